import type { Backend } from '../backend/backend.js';
import type { ContactLog } from '../backend/contact-log.js';
import type { Started } from '../backend/contact-query.js';
import type { OnProgress } from '../backup/progress.js';
import type { ContactSummary } from '../contact/contact-summary.js';
import type { Entry } from '../contact/entry.js';
import { ServiceError } from '../errors.js';

export interface CopyContactsOptions {
  from: ContactLog;
  to: Pick<Backend, 'log' | 'changes'>;
  onProgress: OnProgress;
}

export interface CopiedContacts {
  contacts: number;
  entries: number;
  /** Ids of contacts that can't be read; they are left out. */
  damaged: string[];
}

/** Contacts on the way at once: their appends share commits. */
const pageSize = 100;
const entriesAtOnce = 1_000;

/**
 * Copies all contacts with their logs. What is there already stays: an entry never changes, so each log continues after its
 * last number.
 */
export async function copyContacts({ from, to, onProgress }: CopyContactsOptions): Promise<CopiedContacts> {
  const copied: CopiedContacts = { contacts: 0, entries: 0, damaged: [] };
  for (let after: Started | undefined; ;) {
    const page = await from.list({ limit: pageSize, ...(after && { after }) });
    if (page.isIncomplete)
      throw new Error('A part of the list of contacts is damaged. Restore the folder from a backup.');
    copied.damaged.push(...page.damaged);
    const numbers = await to.changes!.lastNumbers(page.contacts.map(({ contactId }) => contactId));
    const copies = page.contacts.map(async (summary, index) => {
      const entries = await copyContact(from, to.log, { summary, last: numbers[index]! }).catch(
        nullIfDamaged,
      );
      if (entries === null) return void copied.damaged.push(summary.contactId);
      copied.contacts += 1;
      copied.entries += entries;
    });
    await Promise.all(copies);
    onProgress({ what: 'contacts', done: copied.contacts });
    after = page.contacts.at(-1);
    if (page.contacts.length < pageSize) return copied;
  }
}

function nullIfDamaged(error: unknown): null {
  if (error instanceof ServiceError && error.code === 'CONTACT_DAMAGED') return null;
  throw error;
}

/** Copies one log from its number `last` on, and the summary with the end of it. Resolves with the log's last number. */
async function copyContact(
  from: ContactLog,
  to: ContactLog,
  { summary, last }: { summary: ContactSummary; last: number },
): Promise<number> {
  const { contactId } = summary;
  let done = last;
  let entries = await from.read(contactId, done, entriesAtOnce);
  while (entries.length > 0) {
    const next = await from.read(contactId, entries.at(-1)!.seq, entriesAtOnce);
    const isEnd = next.length === 0;
    await append(to, { contactId, done, entries, summary: isEnd ? summary : undefined });
    done = entries.at(-1)!.seq;
    entries = next;
  }
  return done;
}

async function append(
  to: ContactLog,
  {
    contactId,
    done,
    entries,
    summary,
  }: { contactId: string; done: number; entries: Entry[]; summary: ContactSummary | undefined },
): Promise<void> {
  const appended = await to.append(contactId, done, entries, summary);
  if (!appended.ok) throw new Error(`Another process writes into contact ${contactId} of the database.`);
}
