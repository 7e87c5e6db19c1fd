import Database from 'libsql';
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contactWords, type ContactWords } from '../../contact-index/contact-words.js';
import type { IndexedContact, IndexStatus, IndexUpdate } from '../../contact-index.js';
import type { ContactSearch } from '../../contact-index/contact-search.js';
import { factsOf } from '../../contact-index/facts.js';
import type { Started } from '../../contact-query.js';
import { conditionOf, joined, split } from './search-condition.js';
import { rowIdOf, startedAtOf } from './row-id.js';

/** How far an index has followed its log. */
export interface IndexPosition {
  /** The log's history. */
  epoch: string;
  /** Every commit up to this one is in the index. */
  commit: number;
  /** Where the walk through all contacts has arrived; null once it is over. */
  walk: Started | 'begin' | null;
}

/** Rises when the tables change; an index of another format is dropped and filled again. */
const format = 1;

/**
 * `contacts` has the words of each contact, which FTS5 needs to remove them again. The full-text index keeps neither
 * positions nor lengths: words have no order. `secure-delete` and `secure_delete` overwrite what is removed.
 */
const schema = `
  CREATE TABLE contacts (
    id INTEGER PRIMARY KEY,
    contact_id TEXT NOT NULL UNIQUE,
    last_seq INTEGER NOT NULL,
    queue_ids TEXT NOT NULL,
    said TEXT NOT NULL,
    notes TEXT NOT NULL,
    names TEXT NOT NULL,
    facts TEXT NOT NULL
  );
  CREATE VIRTUAL TABLE words USING fts5(
    said, notes, names, facts,
    content = 'contacts', content_rowid = 'id', tokenize = 'ascii', detail = 'column', columnsize = 0
  );
  INSERT INTO words(words, rank) VALUES ('secure-delete', 1);
  CREATE TABLE position (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), json TEXT NOT NULL);
  PRAGMA user_version = ${format};
`;

interface Row extends Record<'queue_ids' | 'said' | 'notes' | 'names' | 'facts', string> {
  id: bigint;
  last_seq: number | bigint;
}

/**
 * The contact index in SQLite with FTS5. Row ids rise with start times, so that the newest matches are found first without
 * sorting. All calls block: it runs in a thread of its own.
 */
export class IndexDatabase {
  readonly #file: string;
  #db: Database.Database;

  /** `folder` is created if it is missing. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#file = join(folder, 'contacts.sqlite');
    this.#db = this.#open();
  }

  position(): IndexPosition | null {
    const row = this.#db.prepare('SELECT json FROM position').get() as { json: string } | undefined;
    return row ? (JSON.parse(row.json) as IndexPosition) : null;
  }

  /** The last number that the index has of each contact, in the same order. */
  lastSeqs(contactIds: readonly string[]): number[] {
    const find = this.#db.prepare('SELECT last_seq FROM contacts WHERE contact_id = ?');
    return contactIds.map((contactId) => (find.get(contactId) as Row | undefined)?.last_seq ?? 0).map(Number);
  }

  store({ contacts, gone }: IndexUpdate, position: IndexPosition): void {
    this.#inTransaction(() => {
      for (const contact of contacts) this.#put(contact);
      for (const contactId of gone) this.#remove(contactId);
      this.#setPosition(position);
    });
    // The journal, too, has pages with what was removed.
    if (gone.length > 0) this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }

  search(search: ContactSearch): Started[] {
    const { before } = this.#pageStart(search);
    const { tables, where, values } = conditionOf(search, before);
    const rows = this.#db
      .prepare(
        `SELECT contacts.id, contacts.contact_id FROM ${tables} WHERE ${where} ORDER BY ${order(tables)} LIMIT ?`,
      )
      .safeIntegers(true)
      .all(...values, search.limit) as { id: bigint; contact_id: string }[];
    return rows.map(({ id, contact_id }) => ({ startedAt: startedAtOf(id), contactId: contact_id }));
  }

  count(search: ContactSearch, atMost: number): number {
    const { tables, where, values } = conditionOf(search, null);
    const { n } = this.#db
      .prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${tables} WHERE ${where} LIMIT ?)`)
      .get(...values, atMost) as { n: number };
    return n;
  }

  status(): IndexStatus {
    const { n } = this.#db.prepare('SELECT count(*) AS n FROM contacts').get() as { n: number };
    return { isComplete: this.position()?.walk === null, contacts: n };
  }

  /** Removes the files, and begins anew. */
  drop(position: IndexPosition | null): void {
    this.#db.close();
    removeFiles(this.#file);
    this.#db = this.#open();
    if (position) this.#inTransaction(() => this.#setPosition(position));
  }

  close(): void {
    this.#db.close();
  }

  #put(contact: IndexedContact): void {
    const { summary, lastSeq } = contact;
    const row = this.#row(summary.contactId);
    const words = contactWords(contact, row && wordsIn(row));
    const queueIds = [...new Set([...(row ? queuesIn(row) : []), ...contact.queueIds])];
    const columns = [
      ...[joined(words.said), joined(words.notes), joined(words.names)],
      joined(factsOf(summary, queueIds)),
    ];
    if (row) this.#removeWords(row);
    const id = row?.id ?? this.#freeId(summary);
    this.#db
      .prepare(
        'INSERT OR REPLACE INTO contacts (id, contact_id, last_seq, queue_ids, said, notes, names, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(id, summary.contactId, lastSeq, JSON.stringify(queueIds), ...columns);
    this.#db
      .prepare('INSERT INTO words (rowid, said, notes, names, facts) VALUES (?, ?, ?, ?, ?)')
      .run(id, ...columns);
  }

  #remove(contactId: string): void {
    const row = this.#row(contactId);
    if (!row) return;
    this.#removeWords(row);
    this.#db.prepare('DELETE FROM contacts WHERE id = ?').run(row.id);
  }

  #removeWords({ id, said, notes, names, facts }: Row): void {
    this.#db
      .prepare("INSERT INTO words (words, rowid, said, notes, names, facts) VALUES ('delete', ?, ?, ?, ?, ?)")
      .run(id, said, notes, names, facts);
  }

  #row(contactId: string): Row | undefined {
    const find = this.#db.prepare('SELECT * FROM contacts WHERE contact_id = ?').safeIntegers(true);
    return find.get(contactId) as Row | undefined;
  }

  /** The contact's row id, or the next one that is free: contacts may start in the same millisecond. */
  #freeId(started: Started): bigint {
    const taken = this.#db.prepare('SELECT 1 FROM contacts WHERE id = ?');
    for (let id = rowIdOf(started); ; id += 1n) if (taken.get(id) === undefined) return id;
  }

  /** The row before which a page begins; null for the first page. */
  #pageStart({ after }: ContactSearch): { before: bigint | null } {
    if (!after) return { before: null };
    // A contact that was erased meanwhile leaves the page where its row was.
    return { before: this.#row(after.contactId)?.id ?? rowIdOf(after) };
  }

  #setPosition(position: IndexPosition): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO position (only_row, json) VALUES (1, ?)')
      .run(JSON.stringify(position));
  }

  #inTransaction(change: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      change();
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** An index that can't be read, or that another release wrote, is not worth a repair: its log has everything. */
  #open(): Database.Database {
    try {
      const db = opened(this.#file);
      const [{ user_version }] = db.pragma('user_version') as [{ user_version: number }];
      if (user_version === format) return db;
      db.close();
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    removeFiles(this.#file);
    const db = opened(this.#file);
    db.exec(`BEGIN; ${schema} COMMIT;`);
    return db;
  }
}

function opened(file: string): Database.Database {
  // For its owner only; SQLite gives its other files the same mode.
  closeSync(openSync(file, 'a', 0o600));
  const db = new Database(file);
  for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON', cacheSize])
    db.pragma(setting);
  return db;
}

/** In KiB, if negative. */
const cacheSize = 'cache_size = -32768';

const removeFiles = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
};

/** Whether the error says that the file is damaged or no database. */
export const isDamage = (error: unknown): boolean =>
  ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].some((code) => codeOf(error).startsWith(code));

function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

const order = (tables: string): string =>
  tables.startsWith('words') ? 'words.rowid DESC' : 'contacts.id DESC';
const wordsIn = ({ said, notes, names }: Row): ContactWords => ({
  ...{ said: split(said), notes: split(notes), names: split(names) },
});
const queuesIn = ({ queue_ids }: Row): string[] => JSON.parse(queue_ids) as string[];
