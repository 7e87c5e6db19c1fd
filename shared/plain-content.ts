import { contentTypes } from './content-types.js';
import type { ItemAttachment } from './transcript-item.js';

interface InteractiveContent {
  data?: { content?: { title?: unknown }; actionName?: unknown };
  selectionText?: unknown;
}

/** The content of an item of any kind. */
export interface Said {
  contentType: string;
  content: string | null;
  attachment?: ItemAttachment;
  /** The item's id, if it has one. */
  id?: string;
}

/**
 * An item as plain text: the text of an interactive message or of an answer to one, the name of a file, or
 * the content itself.
 */
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
