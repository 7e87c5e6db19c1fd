import { ClassicLevel } from 'classic-level';
import { contactKeys } from './contact-keys.js';
import { readCommits } from './read-commits.js';
import { putRecord } from './put-record.js';
import { unseal } from '../sealed-record.js';

/** A record of the contacts' database: its key, and its value, which is sealed JSON in one line. */
export type ContactRecord = [key: string, value: string];

const pageSize = 1_000;

/** Reads and writes the database as a whole, for backups, which store one record a line. */
export const contactRecords = {
  /** A snapshot of the moment in which the first page is requested. */
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

  /** Writes a new database into `folder`. Resolves when it is durable, with its number of commits. */
  async write(folder: string, records: AsyncIterable<ContactRecord[]>): Promise<number> {
    const db = new ClassicLevel(folder, { errorIfExists: true });
    await db.open();
    try {
      for await (const page of records)
        await db.batch(page.map(([key, value]) => ({ type: 'put', key, value })));
      // The sync includes everything before it: the journal is one file, and earlier ones were written to
      // tables.
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
  /** The contact's id in a record's key. */
  contactOf: ([key]: ContactRecord): string => /^[a-z]!(?:\d{15}!)?([^!]*)/.exec(key)?.[1] ?? key,
  isSummary: ([key]: ContactRecord): boolean => key.startsWith(contactKeys.summary('')),
  /** The attachment of a record that posts one; otherwise null. */
  attachmentOf([key, value]: ContactRecord): { contactId: string; attachmentId: string } | null {
    // Searches the text before parsing: nearly all entries are others.
    if (!contactKeys.isEntry(key) || !value.includes('"kind":"attachment"')) return null;
    const entry = JSON.parse(unseal(key, value) ?? '{}') as { kind: string; attachmentId: string };
    return entry.kind === 'attachment'
      ? { contactId: contactKeys.entryContact(key), attachmentId: entry.attachmentId }
      : null;
  },
};
