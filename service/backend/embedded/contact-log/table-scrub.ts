import { join } from 'node:path';
import { findTableDamage } from '../leveldb/check-table.js';
import { tableName } from './check-database.js';
import { contactKeys as keys } from './contact-keys.js';
import type { TableFile } from '../leveldb/table-list.js';

/** Told of a table that is damaged, by its path. */
export type OnTableDamage = (file: string, what: string) => void;

/** Bytes of tables that are verified before the database is opened: some 50 ms. */
const beforeOpening = 32 * 1024 * 1024;

/**
 * Verifies every table of the database once. The first ones before the database is opened, because LevelDB may end the
 * process when it merges a damaged table: the log has its name then. The others in the background. Reads of a contact prove
 * by themselves that nothing is missing; a list of contacts can't, so it waits for the tables that have its records.
 */
export class TableScrub {
  readonly #folder: string;
  readonly #onDamage: OnTableDamage;
  /** Those with the records of lists come first. */
  readonly #tables: readonly TableFile[];
  #listCount: number;
  #next = 0;
  #areListsWhole = true;
  #lists: Promise<unknown> = Promise.resolve();
  #all: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(folder: string, tables: readonly TableFile[], onDamage: OnTableDamage) {
    this.#folder = folder;
    this.#onDamage = onDamage;
    const lists = tables.filter(hasList);
    this.#listCount = lists.length;
    this.#tables = [...lists, ...tables.filter((table) => !hasList(table))];
  }

  /** Verifies the first tables; to be waited for before the database is opened. */
  async first(): Promise<void> {
    let bytes = 0;
    await this.#checkWhile(({ size }) => (bytes += size) <= beforeOpening);
  }

  /** Verifies the others in the background. */
  begin(): void {
    this.#lists = this.#checkWhile(() => this.#next < this.#listCount);
    this.#all = this.#lists.then(() => this.#checkWhile(() => true));
  }

  /** Whether everything that lists contacts is as it was written; false means that some may be missing in lists. */
  async areListsWhole(): Promise<boolean> {
    await this.#lists;
    return this.#areListsWhole;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#all;
  }

  async #checkWhile(isWanted: (table: TableFile) => boolean): Promise<void> {
    for (; !this.#isClosed && this.#next < this.#tables.length; this.#next += 1) {
      const table = this.#tables[this.#next]!;
      if (!isWanted(table)) return;
      await this.#check(table);
    }
  }

  async #check(table: TableFile): Promise<void> {
    const file = join(this.#folder, tableName(table.number, 'ldb'));
    // What can't be read now (merged meanwhile, no descriptor left) is verified when its records are.
    const damage = await findTableDamage(file).catch(() => null);
    if (damage === null) return;
    if (hasList(table)) this.#areListsWhole = false;
    this.#onDamage(file, damage);
  }
}

const hasList = ({ smallest, largest }: TableFile): boolean =>
  (smallest < keys.startedEnd && largest > keys.startedFrom) ||
  (smallest < keys.activeEnd && largest > keys.activeFrom);
