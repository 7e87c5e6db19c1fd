import { contentTypes } from '../../shared/content-types.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { Entry, Speaker } from './entry.js';

/** The transcript item that an entry is to everyone, or null where it is the service's own affair. */
export function toItem(contactId: string, entry: Entry): TranscriptItem | null {
  switch (entry.kind) {
    case 'message':
      return {
        ...common(contactId, entry, entry.who),
        type: 'MESSAGE',
        contentType: entry.contentType,
        content: entry.content,
      };
    case 'participant.joined':
      return event(contactId, entry, contentTypes.joined, entry.who);
    case 'participant.left':
      return event(contactId, entry, contentTypes.left, entry.who);
    case 'chat.ended':
      return event(contactId, entry, contentTypes.ended, null);
    default:
      return null;
  }
}

/** An item's id: unique over all contacts, and known from its number alone. */
export const itemId = (contactId: string, seq: number): string => `${contactId}.${seq}`;

const event = (
  contactId: string,
  entry: Entry,
  contentType: string,
  who: Speaker | null,
): TranscriptItem => ({
  ...common(contactId, entry, who),
  type: 'EVENT',
  contentType,
  content: null,
});

const common = (contactId: string, { seq, at }: Entry, who: Speaker | null) => ({
  seq,
  id: itemId(contactId, seq),
  participantId: who?.participantId ?? null,
  participantRole: who?.role ?? null,
  displayName: who?.displayName ?? null,
  absoluteTime: new Date(at).toISOString(),
});
