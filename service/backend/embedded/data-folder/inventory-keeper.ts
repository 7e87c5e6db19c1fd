import { every, type Clock } from '../../../clock.js';
import { takeParts, writeInventory, type Inventory } from './inventory.js';

export interface InventoryKeeperOptions {
  dataDir: string;
  clock: Clock;
  /** The names of what belongs to a data folder, as far as it is there. */
  names: readonly string[];
  /** What the inventory said at the start. */
  before: Inventory | null;
  /** Commits that are durable now. */
  commits: () => number;
  onError: (error: unknown) => void;
}

/** Milliseconds after which what was stored is in the inventory. */
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

  /** Notes the last state; to be called after everything is stored and closed. */
  async close(): Promise<void> {
    this.#undo();
    await this.#note(true);
  }

  /** Where one waits for another to be written, it will do: a slow disk gathers no queue. */
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
    // Read first: what is committed later may be more, never less.
    const inventory = { commits: commits(), isClosed, parts: {} as Inventory['parts'] };
    // What was there once and is not now is still missed.
    this.#parts = { ...this.#parts, ...(await takeParts(dataDir, names)) };
    inventory.parts = this.#parts;
    const text = JSON.stringify(inventory);
    if (text === this.#written) return;
    await writeInventory(dataDir, inventory);
    this.#written = text;
  }
}
