import { every, type Clock } from '../../../clock.js';
import { takeParts, writeInventory, type Inventory } from './inventory.js';

export interface InventoryKeeperOptions {
  dataDir: string;
  clock: Clock;
  /** The names that may exist in a data folder. */
  names: readonly string[];
  /** The inventory at the start. */
  before: Inventory | null;
  /** The number of durable commits. */
  commits: () => number;
  onError: (error: unknown) => void;
}

/** Milliseconds after which changes are in the inventory. */
const noteEvery = 5_000;

/** Keeps a data folder's inventory up to date. */
export class InventoryKeeper {
  readonly #options: InventoryKeeperOptions;
  readonly #undo: () => void;
  #written: string | null = null;
  #parts: Inventory['parts'];
  #last: Promise<void> = Promise.resolve();
  #isWaiting = false;

  constructor(options: InventoryKeeperOptions) {
    this.#options = options;
    this.#parts = options.before?.parts ?? {};
    this.#undo = every(options.clock, noteEvery, () => this.#noteSoon());
    this.#noteSoon();
  }

  /** Writes the final state. Call it after everything is stored and closed. */
  async close(): Promise<void> {
    this.#undo();
    await this.#note(true);
  }

  /** If a write already waits, it includes this change: a slow disk builds up no queue. */
  #noteSoon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    void this.#note(false);
  }

  #note(isClosed: boolean): Promise<void> {
    const note = () => this.#write(isClosed).catch(this.#options.onError);
    this.#last = this.#last.then(note);
    return this.#last;
  }

  async #write(isClosed: boolean): Promise<void> {
    const { dataDir, names, commits } = this.#options;
    this.#isWaiting = false;
    // Read first: commits that follow only raise the number.
    const inventory = { commits: commits(), isClosed, parts: {} as Inventory['parts'] };
    // A part that existed before and is now missing is still reported.
    this.#parts = { ...this.#parts, ...(await takeParts(dataDir, names)) };
    inventory.parts = this.#parts;
    const text = JSON.stringify(inventory);
    if (text === this.#written) return;
    await writeInventory(dataDir, inventory);
    this.#written = text;
  }
}
