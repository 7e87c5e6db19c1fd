import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { Entry } from '../contact/entry.js';
import type { MessageEntry } from '../contact/escaped-texts.js';
import { messageItemJson } from '../contact/message-item-json.js';
import { toItem, toNoteItem } from '../contact/to-item.js';

/** An item as it is shown to all connections. */
export interface ShownItem {
  readonly item: TranscriptItem;
  /** The item as JSON. */
  readonly json: string;
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
  const shown = entry.kind === 'message' ? new ShownMessage(contactId, entry) : shownOther(contactId, entry);
  latest = { entry, shown };
  return shown;
}

function shownOther(contactId: string, entry: Entry): ShownItem | null {
  const item = toItem(contactId, entry);
  if (!item) return null;
  const clientToken = 'clientToken' in entry ? entry.clientToken : null;
  const pictureUrl = entry.kind === 'participant.joined' ? entry.pictureUrl : undefined;
  return { item, json: JSON.stringify(item), clientToken, pictureUrl };
}

/** The item of a private note, for participants who see notes. */
export function shownNote(contactId: string, entry: Extract<Entry, { kind: 'note' }>): ShownItem {
  const item = toNoteItem(contactId, entry);
  return { item, json: JSON.stringify(item), clientToken: entry.clientToken };
}

/** A message. Sockets need only the JSON, so the object is made on demand. */
class ShownMessage implements ShownItem {
  readonly clientToken: string | null;
  readonly json: string;
  readonly #contactId: string;
  readonly #entry: MessageEntry;

  constructor(contactId: string, entry: MessageEntry) {
    this.clientToken = entry.clientToken;
    this.json = messageItemJson(contactId, entry);
    this.#contactId = contactId;
    this.#entry = entry;
  }

  get item(): TranscriptItem {
    return toItem(this.#contactId, this.#entry)!;
  }
}
