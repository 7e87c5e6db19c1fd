import type { ChangedId, ContactIndex, IndexUpdate, IndexWork } from '../../contact-index.js';
import type { ContactSearch } from '../../contact-index/contact-search.js';
import type { EmbeddedContactLog } from '../contact-log/contact-log.js';
import type { LogChanges } from '../contact-log/log-changes.js';
import type { IndexPosition } from './index-database.js';
import { IndexDamage, IndexThread } from './index-thread.js';

export interface EmbeddedContactIndexOptions {
  /** The folder of SQLite's files; created if missing. */
  folder: string;
  log: EmbeddedContactLog;
  /** The log's history: an index of another one is dropped. */
  epoch: string;
}

/** Contacts at once, so that a search never waits for long in the thread's queue. */
const atOnce = 200;

interface EmbeddedWork extends IndexWork {
  next: IndexPosition;
}

/** The contact index in SQLite, in a thread of its own, behind the log's changes. */
export class EmbeddedContactIndex implements ContactIndex {
  readonly #options: EmbeddedContactIndexOptions;
  readonly #thread: IndexThread;
  #position: IndexPosition | null = null;
  #changes: LogChanges | null = null;
  #beginning: Promise<void> | null = null;
  #current: IndexWork | null = null;

  constructor(options: EmbeddedContactIndexOptions) {
    this.#options = options;
    this.#thread = new IndexThread(options.folder);
  }

  async work(withMessages: boolean): Promise<EmbeddedWork> {
    const { changes, position } = await this.#begun();
    const { log } = this.#options;
    const { contactIds, upTo, isCurrent } = changes.take({
      atMost: atOnce,
      commits: log.commits,
      withMessages,
    });
    const walk = await this.#walkOn(position, atOnce - contactIds.length);
    const ids = [...new Set([...contactIds, ...walk.contactIds])];
    const lastSeqs = await this.#guarded(this.#thread.call('lastSeqs', ids));
    const contacts = ids.map((contactId, index): ChangedId => ({ contactId, after: lastSeqs[index]! }));
    const next = { ...position, commit: upTo, walk: walk.next };
    const work = { contacts, isCurrent, isLast: isCurrent && walk.next === null, next };
    this.#current = work;
    return work;
  }

  async store(work: IndexWork, update: IndexUpdate): Promise<boolean> {
    if (work !== this.#current) return false;
    const { next } = work as EmbeddedWork;
    await this.#guarded(this.#thread.call('store', update, next));
    this.#position = next;
    this.#changes?.settle(next.commit);
    this.#current = null;
    return true;
  }

  async search(search: ContactSearch) {
    const { position } = await this.#begun();
    const found = await this.#guarded(this.#thread.call('search', search));
    return { found, isIncomplete: position.walk !== null };
  }

  async count(search: ContactSearch, atMost: number): Promise<number> {
    await this.#begun();
    return this.#guarded(this.#thread.call('count', search, atMost));
  }

  async status() {
    await this.#begun();
    return this.#guarded(this.#thread.call('status'));
  }

  async drop(): Promise<void> {
    await this.#begun();
    await this.#dropped();
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  async #begun(): Promise<{ changes: LogChanges; position: IndexPosition }> {
    this.#beginning ??= this.#begin();
    try {
      await this.#beginning;
    } catch (error) {
      this.#beginning = null;
      throw error;
    }
    return { changes: this.#changes!, position: this.#position! };
  }

  async #begin(): Promise<void> {
    const { log, epoch } = this.#options;
    const stored = await this.#thread.call('position').catch(nullIfDamaged);
    const isOurs = stored?.epoch === epoch && stored.commit <= log.commits;
    this.#position = isOurs ? stored : this.#first();
    if (!isOurs) await this.#thread.call('drop', this.#position);
    this.#changes = await log.beginChanges(this.#position.commit);
  }

  async #dropped(): Promise<void> {
    this.#current = null;
    const first = this.#first();
    await this.#thread.call('drop', first);
    this.#position = first;
  }

  /** Everything that is stored now is found by the walk. */
  #first(): IndexPosition {
    const { epoch, log } = this.#options;
    return { epoch, commit: log.commits, walk: 'begin' };
  }

  async #walkOn({ walk }: IndexPosition, limit: number) {
    if (walk === null || limit === 0) return { contactIds: [], next: walk };
    const found = await this.#options.log.startedBefore(walk === 'begin' ? null : walk, limit);
    return {
      contactIds: found.map(({ contactId }) => contactId),
      next: found.length < limit ? null : found.at(-1)!,
    };
  }

  /** A damaged index is dropped; the call fails, and the next ones find an index that is being filled. */
  async #guarded<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (error) {
      if (error instanceof IndexDamage) await this.#dropped();
      throw error;
    }
  }
}

/** An index that can't tell its position is dropped, as one of another installation is. */
function nullIfDamaged(error: unknown): null {
  if (error instanceof IndexDamage) return null;
  throw error;
}
