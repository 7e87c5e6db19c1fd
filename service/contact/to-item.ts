import { safeFileName } from '../../shared/safe-file-name.js';
import { contentTypes } from '../../shared/content-types.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { absoluteTime } from './absolute-time.js';
import type { Entry, Speaker } from './entry.js';

/** The transcript item that an entry is to everyone, or null where it is the service's own affair. */
export function toItem(contactId: string, entry: Entry): TranscriptItem | null {
  switch (entry.kind) {
    case 'message': {
      const { contentType, content } = entry;
      return itemOf(contactId, entry, entry.who, { type: 'MESSAGE', contentType, content });
    }
    case 'attachment': {
      const { attachmentId, size, contentType, hasMacros } = entry;
      const name = safeFileName(entry);
      const said = itemOf(contactId, entry, entry.who, { type: 'ATTACHMENT', contentType, content: null });
      return { ...said, attachment: { attachmentId, name, size, ...(hasMacros && { hasMacros }) } };
    }
    case 'participant.joined':
      return itemOf(contactId, entry, entry.who, eventOf(contentTypes.joined));
    case 'participant.left':
      return itemOf(contactId, entry, entry.who, eventOf(contentTypes.left));
    case 'chat.ended':
      return itemOf(contactId, entry, null, eventOf(contentTypes.ended));
    default:
      return null;
  }
}

/** An item's id: unique over all contacts, and known from its number alone. */
export const itemId = (contactId: string, seq: number): string => `${contactId}.${seq}`;

type Said = Pick<TranscriptItem, 'type' | 'contentType' | 'content'>;

const eventOf = (contentType: string): Said => ({ type: 'EVENT', contentType, content: null });

const itemOf = (
  contactId: string,
  { seq, at }: Entry,
  who: Speaker | null,
  { type, contentType, content }: Said,
): TranscriptItem => ({
  seq,
  id: itemId(contactId, seq),
  participantId: who?.participantId ?? null,
  participantRole: who?.role ?? null,
  displayName: who?.displayName ?? null,
  absoluteTime: absoluteTime(at),
  type,
  contentType,
  content,
});
