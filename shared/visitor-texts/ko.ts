import type { VisitorTexts } from './visitor-texts.js';

export const ko: VisitorTexts = {
  title: '채팅 상담',
  welcome: '안녕하세요! 무엇을 도와드릴까요?',
  launcher: '채팅 시작',
  greeting: '문의해 주셔서 감사합니다!',
  connecting: '상담원을 연결해 드리고 있습니다.',
  requeued: '다른 상담원에게 연결해 드리고 있습니다.',
  transferred: '도움을 드릴 수 있는 담당자에게 연결해 드리겠습니다.',
  nobodyAvailable:
    '지금은 응대할 수 있는 상담원이 없습니다. 메시지를 남겨 주시면 돌아오는 대로 답변드리겠습니다.',
  apology: '죄송합니다. 저희 쪽에 문제가 발생했습니다. 나중에 다시 시도해 주세요.',
  idleWarning: '아직 계신가요? 답변이 없으면 이 채팅은 {minutes}분 후에 종료됩니다.',
  idleEnd: '답변이 없어 채팅을 종료했습니다. 언제든지 새 채팅을 시작하실 수 있습니다.',
};
