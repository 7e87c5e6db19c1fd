/**
 * What the launcher is called in each language of the widget. The service says it with the configuration, so that a page
 * whose visitors don't talk loads no texts.
 */
const labels: Record<string, string> = {
  en: 'Start chat',
  de: 'Chat starten',
  fr: 'Démarrer la discussion',
  es: 'Iniciar chat',
  pt: 'Iniciar conversa',
  it: 'Avvia chat',
  ja: 'チャットを始める',
  ko: '채팅 시작',
  zh: '开始聊天',
  ar: 'بدء المحادثة',
};

/** The launcher's label in a language (BCP 47, or Amazon Connect's `pt_BR`); in English where the widget does not speak it. */
export const launcherLabel = (language: string): string =>
  new Map(Object.entries(labels)).get(language.toLowerCase().split(/[-_]/)[0]!) ?? labels.en!;
