import type { TranscriptItem } from '../../shared/transcript-item.js';
import type { ContactLog } from '../backend/contact-log.js';
import type { Entry } from '../contact/entry.js';
import { toItem, toNoteItem } from '../contact/to-item.js';

const pageSize = 500;

/** The whole transcript of a contact, with private notes. */
export async function staffTranscript(
  log: Pick<ContactLog, 'read'>,
  contactId: string,
): Promise<TranscriptItem[]> {
  const items: TranscriptItem[] = [];
  for (let after = 0; ;) {
    const entries = await log.read(contactId, after, pageSize);
    for (const entry of entries) {
      const item = itemForStaff(contactId, entry);
      if (item) items.push(item);
    }
    if (entries.length < pageSize) return items;
    after = entries.at(-1)!.seq;
  }
}

const itemForStaff = (contactId: string, entry: Entry): TranscriptItem | null =>
  entry.kind === 'note' ? toNoteItem(contactId, entry) : toItem(contactId, entry);
