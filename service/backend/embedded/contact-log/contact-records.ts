import { ClassicLevel } from 'classic-level';
import { contactKeys } from './contact-keys.js';
import { readCommits } from './read-commits.js';
import { putRecord } from './put-record.js';
import { unseal } from '../sealed-record.js';

/** A record of the contacts' database: its key and its value, which is sealed JSON on one line. */
export type ContactRecord = [key: string, value: string];

const pageSize = 1_000;

/** Reading and writing the database as a whole: for backups, which keep a record a line. */
export const contactRecords = {
  /** Everything at the moment in which the first page is asked for. */
  async *read(db: ClassicLevel): AsyncGenerator<ContactRecord[]> {
    const iterator = db.iterator();
    try {
      for (;;) {
        const page = await iterator.nextv(pageSize);
        if (page.length === 0) return;
        yield page;
      }
    } finally {
      await iterator.close();
    }
  },

  /** Writes a new database into `folder`, durable when it resolves with how many commits it counts. */
  async write(folder: string, records: AsyncIterable<ContactRecord[]>): Promise<number> {
    const db = new ClassicLevel(folder, { errorIfExists: true });
    await db.open();
    try {
      for await (const page of records)
        await db.batch(page.map(([key, value]) => ({ type: 'put', key, value })));
      // Syncs what came before it too: the journal is one file, and earlier ones were written out.
      await db.batch([putRecord(contactKeys.check, '')], { sync: true });
      return await readCommits(db);
    } finally {
      await db.close();
    }
  },

  toLine: ([key, value]: ContactRecord): string => `${key}\t${value}\n`,
  fromLine(line: string): ContactRecord | null {
    const tab = line.indexOf('\t');
    return tab < 1 ? null : [line.slice(0, tab), line.slice(tab + 1)];
  },

  isWhole: (record: ContactRecord): boolean => unseal(...record) !== null,
  /** Whose record it is, as far as its key says. */
  contactOf: ([key]: ContactRecord): string => /^[a-z]!(?:\d{15}!)?([^!]*)/.exec(key)?.[1] ?? key,
  isSummary: ([key]: ContactRecord): boolean => key.startsWith(contactKeys.summary('')),
  /** The attachment that a record says. */
  attachmentOf([key, value]: ContactRecord): { contactId: string; attachmentId: string } | null {
    // Looked for as text first: nearly all entries are others.
    if (!contactKeys.isEntry(key) || !value.includes('"kind":"attachment"')) return null;
    const entry = JSON.parse(unseal(key, value) ?? '{}') as { kind: string; attachmentId: string };
    return entry.kind === 'attachment'
      ? { contactId: contactKeys.entryContact(key), attachmentId: entry.attachmentId }
      : null;
  },
};
