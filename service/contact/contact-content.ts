import { contentTypes } from '../../shared/content-types.js';
import { inWords } from '../../shared/in-words.js';
import { limits } from '../../shared/limits.js';
import type { Refusal } from './decision.js';
import type { Speaker } from './entry.js';
import { rightsOf } from './roles.js';

/**
 * The content types that a contact can carry. A page that doesn't support all of them omits the others
 * (StartChatContact).
 */
export const messageContentTypes: readonly string[] = [
  contentTypes.plain,
  contentTypes.markdown,
  contentTypes.interactive,
  contentTypes.interactiveResponse,
];

/** What participants may send in one contact. */
export interface AllowedContent {
  contentTypes: readonly string[];
  /** Whether long messages are allowed. */
  longMessages: boolean;
}

/** Why a message is refused in a contact that allows these contents; null if it is accepted. */
export function refuseContent(
  { role, contentType, content }: { role: Speaker['role']; contentType: string; content: string },
  { contentTypes: allowed, longMessages }: AllowedContent,
): Refusal | null {
  if (!allowed.includes(contentType) || !isSentBy(role, contentType))
    return { refused: 'CONTENT_TYPE_UNSUPPORTED', pointer: '/contentType' };
  if (content === '') return { refused: 'MESSAGE_EMPTY', pointer: '/content' };
  const message = tooLong(contentType, content, longMessages);
  if (message !== null) return { refused: 'MESSAGE_TOO_LONG', pointer: '/content', ...message };
  if (isJson(contentType) && !isJsonObject(content))
    return { refused: 'CONTENT_INVALID', pointer: '/content' };
  return null;
}

/** Customers send answers to interactive messages; the other roles send the interactive messages. */
function isSentBy(role: Speaker['role'], contentType: string): boolean {
  if (contentType === contentTypes.interactive) return rightsOf({ role }).interactive === 'question';
  return contentType !== contentTypes.interactiveResponse || rightsOf({ role }).interactive === 'answer';
}

/**
 * A refusal if the content is too long, with its own message unless it is an ordinary text; null if the length is fine.
 */
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
