import { absoluteTime } from './absolute-time.js';
import { escapedContent, speakerTexts, type MessageEntry } from './escaped-texts.js';
import { itemId } from './to-item.js';

/** The item of a message (`toItem`) as JSON, with the texts of the stored entry. */
export function messageItemJson(contactId: string, entry: MessageEntry): string {
  const { seq, at, who, contentType } = entry;
  // Contact ids and times contain no characters that JSON escapes.
  return `{"seq":${seq},"id":"${itemId(contactId, seq)}",${speakerTexts(who).shown},"absoluteTime":"${absoluteTime(at)}","type":"MESSAGE","contentType":${JSON.stringify(contentType)},"content":${escapedContent(entry)}}`;
}
