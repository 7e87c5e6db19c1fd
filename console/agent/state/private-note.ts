import type { OutgoingMessage } from '../../../client/outgoing.js';
import { contentTypes } from '../../../shared/content-types.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';

/**
 * The content type of a private note in this console's outbox, which keeps notes in order with messages and sends them
 * again after a lost connection. It never leaves the console: a note has a frame of its own.
 */
export const noteContentType = 'text/x-private-note';

/** Whether something that is not stored yet is a note. */
export const isNote = ({ contentType }: Pick<OutgoingMessage, 'contentType'>): boolean =>
  contentType === noteContentType;

/** An item as the console shows it: a note stands on nobody's side, and never counts as the last thing that was said. */
export function asShown(item: TranscriptItem): TranscriptItem {
  if (item.type !== 'NOTE' && !isNote(item)) return item;
  return { ...item, type: 'NOTE', contentType: contentTypes.plain, participantId: null };
}

/** Under which name the unsent note of a chat is kept beside the drafts of messages. */
export const noteDraftOf = (contactId: string): string => `note:${contactId}`;
