import { contactWords } from '../contact-index/contact-words.js';
import type { ChangedId, ContactIndex, IndexedContact } from '../contact-index.js';
import { isFound, type ContactSearch, type Searched } from '../contact-index/contact-search.js';
import { newestFirst, type Started } from '../contact-query.js';

/** What the index needs of the log in memory. */
export interface MemoryLogChanges {
  /** The number of changes so far. */
  readonly count: number;
  /** The contacts that changed after change number `after`, erased ones included, the earliest change first. */
  since(after: number): { contactId: string; change: number }[];
  /** All contacts, the newest first. */
  all(): Started[];
}

const atOnce = 200;

/** The contact index in memory: it searches all contacts, so it defines what the others find. */
export class MemoryContactIndex implements ContactIndex {
  readonly #log: MemoryLogChanges;
  readonly #contacts = new Map<string, Searched & { lastSeq: number }>();
  #cursor = 0;
  /** Contacts of before the drop that are still to be indexed; null once all are. */
  #walk: Started[] | null = null;
  /** The work that `store` accepts. */
  #current: object | null = null;

  constructor(log: MemoryLogChanges) {
    this.#log = log;
  }

  async work() {
    const changed = this.#log.since(this.#cursor).slice(0, atOnce);
    const walked = (this.#walk ?? []).slice(0, atOnce - changed.length);
    const isCurrent = changed.length < atOnce;
    const isLast = isCurrent && walked.length === (this.#walk ?? []).length;
    const ids = new Set([...changed, ...walked].map(({ contactId }) => contactId));
    const contacts = [...ids].map((contactId): ChangedId => ({
      contactId,
      after: this.#contacts.get(contactId)?.lastSeq ?? 0,
    }));
    const work = {
      contacts,
      isCurrent,
      isLast,
      cursor: changed.at(-1)?.change ?? this.#cursor,
      walked: walked.length,
    };
    this.#current = work;
    return work;
  }

  async store(...[work, { contacts, gone }]: Parameters<ContactIndex['store']>): Promise<boolean> {
    if (work !== this.#current) return false;
    for (const contact of contacts) this.#put(structuredClone(contact));
    for (const contactId of gone) this.#contacts.delete(contactId);
    const { cursor, walked } = work as Awaited<ReturnType<MemoryContactIndex['work']>>;
    this.#cursor = cursor;
    this.#walk = this.#walk && this.#walk.length > walked ? this.#walk.slice(walked) : null;
    this.#current = null;
    return true;
  }

  #put(contact: IndexedContact): void {
    const known = this.#contacts.get(contact.summary.contactId);
    const words = contactWords(contact, known && contactWords(known));
    const queueIds = [...new Set([...(known?.queueIds ?? []), ...contact.queueIds])];
    const { summary, lastSeq } = contact;
    this.#contacts.set(summary.contactId, { summary, lastSeq, ...words, queueIds });
  }

  async search(search: ContactSearch) {
    const { after, limit } = search;
    const found = this.#found(search)
      .filter((each) => !after || newestFirst(after, each) < 0)
      .slice(0, limit);
    return { found, isIncomplete: this.#walk !== null };
  }

  async count(search: ContactSearch, atMost: number): Promise<number> {
    return Math.min(atMost, this.#found(search).length);
  }

  #found(search: ContactSearch): Started[] {
    return [...this.#contacts.values()]
      .filter((contact) => isFound(search, contact))
      .map(({ summary: { startedAt, contactId } }) => ({ startedAt, contactId }))
      .sort(newestFirst);
  }

  async status() {
    return { isComplete: this.#walk === null, contacts: this.#contacts.size };
  }

  async drop(): Promise<void> {
    this.#contacts.clear();
    this.#cursor = this.#log.count;
    this.#walk = this.#log.all();
    this.#current = null;
  }
}
