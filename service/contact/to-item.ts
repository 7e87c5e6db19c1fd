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
    case 'attachment': {
      const { attachmentId, name, size, contentType } = entry;
      return {
        ...common(contactId, entry, entry.who),
        type: 'ATTACHMENT',
        contentType,
        content: null,
        attachment: { attachmentId, name, size },
      };
    }
    case 'participant.joined':
      return event(common(contactId, entry, entry.who), contentTypes.joined);
    case 'participant.left':
      return event(common(contactId, entry, entry.who), contentTypes.left);
    case 'chat.ended':
      return event(common(contactId, entry, null), contentTypes.ended);
    default:
      return null;
  }
}

/** An item's id: unique over all contacts, and known from its number alone. */
export const itemId = (contactId: string, seq: number): string => `${contactId}.${seq}`;

type Common = ReturnType<typeof common>;

const event = (common: Common, contentType: string): TranscriptItem => ({
  ...common,
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
