import type { VisitorTexts } from './visitor-texts.js';

export const zhCn: VisitorTexts = {
  title: '在线咨询',
  welcome: '您好！有什么可以帮您？',
  launcher: '开始聊天',
  greeting: '感谢您的咨询！',
  connecting: '正在为您安排客服。',
  requeued: '正在为您转接其他客服。',
  transferred: '正在为您转接能够提供帮助的同事。',
  nobodyAvailable: '目前没有客服在线。请留言，我们上线后会尽快回复您。',
  apology: '抱歉，我们这边出了点问题，请稍后再试。',
  idleWarning: '您还在吗？如果没有收到您的回复，此聊天将在 {minutes} 分钟后结束。',
  idleEnd: '由于没有收到您的回复，我们已结束此聊天。您可以随时开始新的聊天。',
};
