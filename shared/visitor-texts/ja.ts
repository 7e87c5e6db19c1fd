import type { VisitorTexts } from './visitor-texts.js';

export const ja: VisitorTexts = {
  title: 'チャットで問い合わせ',
  welcome: 'こんにちは。ご用件をお聞かせください。',
  launcher: 'チャットを始める',
  greeting: 'お問い合わせありがとうございます。',
  connecting: '担当者におつなぎしています。',
  requeued: '別の担当者におつなぎしています。',
  transferred: '対応できる担当者におつなぎします。',
  nobodyAvailable:
    'ただいま対応できる担当者がおりません。メッセージをお残しいただければ、戻り次第お返事いたします。',
  apology: '申し訳ございません。問題が発生しました。しばらくしてからもう一度お試しください。',
  idleWarning: 'まだいらっしゃいますか？お返事がない場合、このチャットは{minutes}分後に終了します。',
  idleEnd: 'お返事がなかったため、チャットを終了しました。いつでも新しいチャットを開始できます。',
};
