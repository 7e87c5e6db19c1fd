import { systemClock } from '../../../clock.js';
import type { Collection, Put, Versioned } from '../../configuration.js';
import { deepFreeze } from '../../memory/deep-freeze.js';
import type { DocumentCheck } from '../../memory/document-check.js';
import type { Database, Run } from '../database/database.js';
import * as statements from './statements.js';

export interface PostgresCollectionOptions<T> {
  name: string;
  keepsEarlier: boolean;
  database: Database;
  /** Runs before each write. */
  check: DocumentCheck<T>;
  /** The value of a stored document, or null where this release can't use it; then an earlier one stays. */
  read: (id: string, json: string) => T | null;
  /** Tells other processes that a document changed. */
  nudge: () => void;
}

interface Stored<T> {
  /** Of the collection, when the document was written. */
  revision: number;
  /** Null for a deleted one. */
  document: Versioned<T> | null;
}

/**
 * A collection of documents: a copy in memory, from which every read is answered, of a table in which writers take turns.
 */
export class PostgresCollection<T> implements Collection<T> {
  readonly #options: PostgresCollectionOptions<T>;
  readonly #documents = new Map<string, Stored<T>>();
  readonly #watchers = new Set<(id: string, document: Versioned<T> | null) => void>();
  #revision = 0;

  constructor(options: PostgresCollectionOptions<T>) {
    this.#options = options;
  }

  async get(id: string): Promise<Versioned<T> | null> {
    return this.#documents.get(id)?.document ?? null;
  }

  async latest(id: string): Promise<Versioned<T> | null> {
    await this.refresh();
    return this.get(id);
  }

  async list(): Promise<Versioned<T>[]> {
    return [...this.#documents.values()]
      .flatMap(({ document }) => document ?? [])
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async put(id: string, given: T, expected?: number, by?: string): Promise<Put<T>> {
    const value = this.#options.check(given);
    const updatedAt = new Date(systemClock.now()).toISOString();
    const put = await this.#write(id, async (row, store) => {
      const version = typeof row?.value === 'string' ? row.version : 0;
      if (expected !== undefined && expected !== version) return { ok: false, version } as const;
      const document = { id, version: version + 1, updatedAt, updatedBy: by ?? null, value };
      await store({ ...document, value: JSON.stringify(value) });
      return { ok: true, document: deepFreeze(document) } as const;
    });
    // What another process has written meanwhile is what the caller looks at next.
    if (!put.ok) await this.refresh();
    return put;
  }

  delete(id: string): Promise<boolean> {
    return this.#write(id, async (row, store) => {
      if (typeof row?.value !== 'string') return false;
      await store({ ...row, id, value: null });
      return true;
    });
  }

  async earlier(id: string): Promise<Versioned<T>[]> {
    const { name, database, read, keepsEarlier } = this.#options;
    const current = (await this.get(id))?.version;
    if (!keepsEarlier || current === undefined) return [];
    const rows = await database.query<statements.DocumentRow>(statements.earlier, [name, id, current]);
    return rows.flatMap(({ version, updatedAt, updatedBy, value: json }) => {
      const value = read(id, json!);
      return value === null ? [] : { id, version, updatedAt, updatedBy, value };
    });
  }

  watch(changed: (id: string, document: Versioned<T> | null) => void): () => void {
    this.#watchers.add(changed);
    return () => void this.#watchers.delete(changed);
  }

  /** The collection has this revision in the database. Resolves when this process has it too. */
  async reach(revision: number): Promise<void> {
    if (revision > this.#revision) await this.refresh();
  }

  /** Reads what was written since the last time. */
  async refresh(): Promise<void> {
    const { name, database } = this.#options;
    const since = this.#revision;
    const rows = await database.query<statements.DocumentRow>(statements.changedDocuments, [name, since]);
    for (const row of rows) {
      this.#take(row);
      // Rows come in the order of revisions, and a write only moves the revision of its own document.
      this.#revision = Math.max(this.#revision, row.revision);
    }
  }

  #take(row: statements.DocumentRow): void {
    const { id, version, updatedAt, updatedBy, value: json, revision } = row;
    if (json === null) return this.#note(id, revision, null);
    const value = this.#options.read(id, json);
    if (value !== null) this.#note(id, revision, { id, version, updatedAt, updatedBy, value });
  }

  /** Keeps what is newer than what is known, and tells the watchers. */
  #note(id: string, revision: number, document: Versioned<T> | null): void {
    const known = this.#documents.get(id);
    if (known && known.revision >= revision) return;
    this.#documents.set(id, { revision, document: document && deepFreeze(document) });
    if (!document && !known?.document) return;
    for (const changed of this.#watchers) changed(id, document);
  }

  /** Runs `change` while nobody else writes into this collection; what it stores is durable when this resolves. */
  async #write<Result>(
    id: string,
    change: (
      row: statements.DocumentRow | undefined,
      store: (document: statements.StoredDocument) => Promise<void>,
    ) => Promise<Result>,
  ): Promise<Result> {
    const { name, keepsEarlier, database, nudge } = this.#options;
    const written: statements.DocumentRow[] = [];
    const result = await database.transaction(async (run: Run) => {
      const [collection] = await run<{ revision: number }>(statements.lockCollection, [name]);
      const revision = collection!.revision + 1;
      const [row] = await run<statements.DocumentRow>(statements.document, [name, id]);
      return change(row, async (document) => {
        if (keepsEarlier && typeof row?.value === 'string') await run(statements.archive, [name, id]);
        await run(statements.storeDocument, [name, ...statements.valuesOf(document), revision]);
        await run(statements.moveCollection, [name, revision]);
        written.push({ ...document, revision });
      });
    });
    for (const row of written) this.#take(row);
    if (written.length > 0) nudge();
    return result;
  }
}
