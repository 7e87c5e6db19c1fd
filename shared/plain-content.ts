import { contentTypes } from './content-types.js';
import type { ItemAttachment } from './transcript-item.js';

interface InteractiveContent {
  data?: { content?: { title?: unknown }; actionName?: unknown };
  selectionText?: unknown;
}

/** What is said, of whatever kind. */
export interface Said {
  contentType: string;
  content: string | null;
  attachment?: ItemAttachment;
  /** Of an item. */
  id?: string;
}

/** What an interactive message, or an answer to one, says in words; a file's name; the content itself of every other. */
export function plainContent({ contentType, content, attachment }: Said): string {
  if (attachment) return attachment.name;
  const isInteractive = contentType === contentTypes.interactive;
  if (!isInteractive && contentType !== contentTypes.interactiveResponse) return content ?? '';
  const parsed = parse(content ?? '');
  const text = isInteractive
    ? parsed?.data?.content?.title
    : (parsed?.selectionText ?? parsed?.data?.actionName);
  return typeof text === 'string' ? text : '';
}

function parse(content: string): InteractiveContent | null {
  try {
    return JSON.parse(content) as InteractiveContent | null;
  } catch {
    return null;
  }
}
