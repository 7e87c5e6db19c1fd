import { join } from 'node:path';
import { findTableDamage } from '../leveldb/check-table.js';
import { tableName } from './check-database.js';
import { contactKeys as keys } from './contact-keys.js';
import type { TableFile } from '../leveldb/table-list.js';

/** Called with the path of a damaged table, and the damage. */
export type OnTableDamage = (file: string, what: string) => void;

/** Bytes of tables that are verified before the database is opened: about 50 ms. */
const beforeOpening = 32 * 1024 * 1024;

/**
 * Verifies every table of the database once. The first tables are verified before the database is opened,
 * because LevelDB may crash the process when it merges a damaged table; then the operator's log names it
 * already. The others follow in the background. A read of one contact proves its completeness itself. A list
 * of contacts can't, so it waits until the tables with its records are verified.
 */
export class TableScrub {
  readonly #folder: string;
  readonly #onDamage: OnTableDamage;
  /** Tables with index records for lists come first. */
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

  /** Verifies the first tables. Await it before the database is opened. */
  async first(): Promise<void> {
    let bytes = 0;
    await this.#checkWhile(({ size }) => (bytes += size) <= beforeOpening);
  }

  /** Verifies the others in the background. */
  begin(): void {
    this.#lists = this.#checkWhile(() => this.#next < this.#listCount);
    this.#all = this.#lists.then(() => this.#checkWhile(() => true));
  }

  /** Whether all index records are intact. If not, lists may lack contacts. */
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
    // Skips a table that can't be read now (merged meanwhile, too many open files). Its records are verified
    // when they are read.
    const damage = await findTableDamage(file).catch(() => null);
    if (damage === null) return;
    if (hasList(table)) this.#areListsWhole = false;
    this.#onDamage(file, damage);
  }
}

const hasList = ({ smallest, largest }: TableFile): boolean =>
  (smallest < keys.startedEnd && largest > keys.startedFrom) ||
  (smallest < keys.activeEnd && largest > keys.activeFrom);
