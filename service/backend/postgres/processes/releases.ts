import type { Database } from '../database/database.js';
import type { Statement } from '../database/statement.js';
import { createCoalesced } from './coalesced.js';

/** What this process gives back: at once, and again at the next beat where that fails. */
export class Releases {
  readonly #ids = new Set<string>();
  readonly #flush = createCoalesced(() => this.#release());
  readonly #database: Database;
  readonly #statement: Statement;

  /** The statement takes the ids as its only value. */
  constructor(database: Database, statement: Statement) {
    this.#database = database;
    this.#statement = statement;
  }

  add(id: string): void {
    this.#ids.add(id);
    this.#flush.run().catch(() => undefined);
  }

  /** Resolves when what was given back before the call is, if that is possible. */
  async done(): Promise<void> {
    if (this.#ids.size > 0) await this.#flush.run().catch(() => undefined);
  }

  async retry(): Promise<void> {
    if (this.#ids.size > 0) await this.#flush.run();
  }

  async #release(): Promise<void> {
    const ids = [...this.#ids];
    if (ids.length === 0) return;
    await this.#database.query(this.#statement, [ids]);
    for (const id of ids) this.#ids.delete(id);
  }
}
