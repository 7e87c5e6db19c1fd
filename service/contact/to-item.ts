import { contentTypes } from '../../shared/content-types.js';
import { safeFileName } from '../../shared/safe-file-name.js';
import { eventTypePrefix, transcriptEvents } from '../../shared/transcript-events.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { absoluteTime } from './absolute-time.js';
import type { Entry, Speaker } from './entry.js';

/** The content type of each kind of entry that is an event. */
const eventTypes: ReadonlyMap<string, string> = new Map(
  Object.values(transcriptEvents).map((contentType) => [
    contentType.slice(eventTypePrefix.length),
    contentType,
  ]),
);

/** The transcript item of an entry; null for an entry that the transcript does not show. */
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
    default: {
      const contentType = eventTypes.get(entry.kind);
      if (contentType === undefined) return null;
      const who = 'who' in entry ? entry.who : null;
      return itemOf(contactId, entry, who, { type: 'EVENT', contentType, content: null });
    }
  }
}

/** The item of a private note, for staff. Kept apart from {@link toItem}, so that no customer gets it by mistake. */
export function toNoteItem(contactId: string, entry: Extract<Entry, { kind: 'note' }>): TranscriptItem {
  const { who, content, transferredTo } = entry;
  const item = itemOf(contactId, entry, who, { type: 'NOTE', contentType: contentTypes.plain, content });
  return transferredTo === undefined ? item : { ...item, transferredTo };
}

/** An item's id: unique over all contacts, and computed from its number. */
export const itemId = (contactId: string, seq: number): string => `${contactId}.${seq}`;

type Said = Pick<TranscriptItem, 'type' | 'contentType' | 'content'>;

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
