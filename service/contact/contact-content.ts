import { contentTypes } from '../../shared/content-types.js';
import { inWords } from '../../shared/in-words.js';
import { limits } from '../../shared/limits.js';
import type { Refusal } from './decision.js';
import type { Speaker } from './entry.js';
import { rightsOf } from './roles.js';

/** What may be said in a contact; a page that supports less of it leaves out the rest (StartChatContact). */
export const messageContentTypes: readonly string[] = [
  contentTypes.plain,
  contentTypes.markdown,
  contentTypes.interactive,
  contentTypes.interactiveResponse,
];

/** What may be said in one contact. */
export interface Taken {
  contentTypes: readonly string[];
  /** Whether texts may be long. */
  longMessages: boolean;
}

/** What is wrong with a content that is said in a contact which takes such things; null for nothing. */
export function refuseContent(
  { role, contentType, content }: { role: Speaker['role']; contentType: string; content: string },
  { contentTypes: taken, longMessages }: Taken,
): Refusal | null {
  if (!taken.includes(contentType) || !isSentBy(role, contentType))
    return { refused: 'CONTENT_TYPE_UNSUPPORTED', pointer: '/contentType' };
  if (content === '') return { refused: 'MESSAGE_EMPTY', pointer: '/content' };
  const message = tooLong(contentType, content, longMessages);
  if (message !== null) return { refused: 'MESSAGE_TOO_LONG', pointer: '/content', ...message };
  if (isJson(contentType) && !isJsonObject(content))
    return { refused: 'CONTENT_INVALID', pointer: '/content' };
  return null;
}

/** Of interactive messages a role sends one side only. */
function isSentBy(role: Speaker['role'], contentType: string): boolean {
  if (contentType === contentTypes.interactive) return rightsOf({ role }).interactive === 'question';
  return contentType !== contentTypes.interactiveResponse || rightsOf({ role }).interactive === 'answer';
}

/** What is said of a content that is too long, where it is other than of a text; null where it is not. */
function tooLong(contentType: string, content: string, longMessages: boolean): { message?: string } | null {
  if (contentType === contentTypes.interactive) {
    const isWithin = Buffer.byteLength(content) <= limits.interactiveBytes;
    return isWithin
      ? null
      : { message: `An interactive message may have ${inWords(limits.interactiveBytes)} bytes.` };
  }
  if (contentType === contentTypes.interactiveResponse) {
    const isWithin = content.length <= limits.interactiveResponseCharacters;
    const most = inWords(limits.interactiveResponseCharacters);
    return isWithin ? null : { message: `An answer to an interactive message may have ${most} characters.` };
  }
  if (longMessages) {
    const isWithin = Buffer.byteLength(content) <= limits.longMessageBytes;
    return isWithin
      ? null
      : { message: `A message of this chat may have ${inWords(limits.longMessageBytes)} bytes (UTF-8).` };
  }
  return content.length <= limits.messageCharacters ? null : {};
}

const isJson = (contentType: string): boolean =>
  contentType === contentTypes.interactive || contentType === contentTypes.interactiveResponse;

function isJsonObject(content: string): boolean {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
