import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { Entry } from '../contact/entry.js';
import { toItem, toNoteItem } from '../contact/to-item.js';

/** An item as it is shown to all connections. */
export interface ShownItem {
  readonly item: TranscriptItem;
  /** The sender's client token. */
  readonly clientToken: string | null;
  /** The picture's address, if an agent joins by this item. */
  readonly pictureUrl?: string | undefined;
}

/** An entry is shown to several connections in succession, so its item is cached. */
let latest: { entry: Entry | null; shown: ShownItem | null } = { entry: null, shown: null };

/** The item of an entry; null if it has none. The same entry gives the same object. */
export function shownItem(contactId: string, entry: Entry): ShownItem | null {
  if (latest.entry === entry) return latest.shown;
  const item = toItem(contactId, entry);
  const clientToken = 'clientToken' in entry ? entry.clientToken : null;
  const pictureUrl = entry.kind === 'participant.joined' ? entry.pictureUrl : undefined;
  const shown = item && { item, clientToken, pictureUrl };
  latest = { entry, shown };
  return shown;
}

/** The item of a private note, for participants who see notes. */
export const shownNote = (contactId: string, entry: Extract<Entry, { kind: 'note' }>): ShownItem => ({
  item: toNoteItem(contactId, entry),
  clientToken: entry.clientToken,
});
