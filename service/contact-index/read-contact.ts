import { plainContent } from '../../shared/plain-content.js';
import type { IndexedContact } from '../backend/contact-index.js';
import type { ContactLog } from '../backend/contact-log.js';
import type { Entry } from '../contact/entry.js';

type Learned = Record<'said' | 'notes' | 'names' | 'queueIds', string[]>;

/** Entries that are read at once. */
const pageSize = 500;

/** What an index must learn about a contact whose log it has up to number `after`; null if there is no such contact. */
export async function readContact(
  log: Pick<ContactLog, 'read' | 'summary'>,
  contactId: string,
  after: number,
): Promise<IndexedContact | null> {
  const learned: Learned = { said: [], notes: [], names: [], queueIds: [] };
  let lastSeq = after;
  for (;;) {
    const entries = await log.read(contactId, lastSeq, pageSize);
    for (const entry of entries) learn(learned, entry);
    lastSeq = entries.at(-1)?.seq ?? lastSeq;
    if (entries.length < pageSize) break;
  }
  // After the entries: a summary that is newer than they are is only better.
  const summary = await log.summary(contactId);
  return summary && { summary, lastSeq, ...learned };
}

function learn({ said, notes, names, queueIds }: Learned, entry: Entry): void {
  switch (entry.kind) {
    case 'message':
      said.push(plainContent(entry));
      break;
    case 'attachment':
      said.push(entry.name);
      break;
    case 'note':
      notes.push(entry.content);
      break;
    case 'participant.joined':
      names.push(entry.who.displayName);
      break;
    case 'queue.entered':
    case 'queue.returned':
    case 'queue.transferred':
      queueIds.push(entry.queueId);
  }
}
