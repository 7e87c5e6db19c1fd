import type { Entry } from './entry.js';
import { escapedContent, speakerTexts, type MessageEntry } from './escaped-texts.js';

/** An entry as it is stored: the same text as `JSON.stringify` gives, with the texts that its item needs too. */
export const entryJson = (entry: Entry): string =>
  entry.kind === 'message' ? messageJson(entry) : JSON.stringify(entry);

function messageJson(entry: MessageEntry): string {
  const { seq, at, who, clientToken, contentType } = entry;
  return `{"seq":${seq},"at":${at},"kind":"message","who":{${speakerTexts(who).stored}},"clientToken":${JSON.stringify(clientToken)},"contentType":${JSON.stringify(contentType)},"content":${escapedContent(entry)}}`;
}
