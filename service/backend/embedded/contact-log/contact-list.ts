import type { ClassicLevel } from 'classic-level';
import type { ContactSummary } from '../../../contact/contact-summary.js';
import { ServiceError } from '../../../errors.js';
import type { ContactPage } from '../../contact-log.js';
import { matches, pageOf, type ContactQuery, type Started } from '../../contact-query.js';
import type { ContactDamage } from './contact-damage.js';
import { contactKeys as keys } from './contact-keys.js';
import type { ContactReader } from './contact-reader.js';
import { unseal } from '../sealed-record.js';

/** The contacts found, and the ids of those that can't be read. */
type Found = Omit<ContactPage, 'isIncomplete'>;

/** Lists contacts through index records: by start time, and by being active. */
export class ContactList {
  readonly #db: ClassicLevel;
  readonly #reader: ContactReader;
  readonly #damage: ContactDamage;

  constructor(db: ClassicLevel, reader: ContactReader, damage: ContactDamage) {
    this.#db = db;
    this.#reader = reader;
    this.#damage = damage;
  }

  /** A page of contacts, newest first. */
  async page(query: ContactQuery): Promise<Found> {
    // Few contacts are active, so reading and sorting them is faster than searching for them by start time.
    if (query.state !== 'ACTIVE') return this.#startedPage(query);
    const { contacts, damaged } = await this.active();
    return { contacts: pageOf(query, contacts), damaged };
  }

  /** Every contact that has not ended. */
  async active(): Promise<Found> {
    const range = { gt: keys.activeFrom, lt: keys.activeEnd };
    const records = await this.#damage.readingAll(() => this.#db.iterator(range).all());
    const found: Found = { contacts: [], damaged: [] };
    for (const summary of await this.#summaries(records, keys.activeId)) {
      if (typeof summary === 'string') found.damaged.push(summary);
      else if (summary) found.contacts.push(summary);
    }
    return found;
  }

  /** The contacts that started before another one, newest first. */
  async startedBefore(before: Started | null, limit: number): Promise<Started[]> {
    const lt = before ? keys.started(before.startedAt, before.contactId) : keys.startedEnd;
    const range = { gt: keys.startedFrom, lt, reverse: true, limit };
    const found = await this.#damage.readingAll(() => this.#db.keys(range).all());
    return found.map((key) => ({ startedAt: keys.startedAt(key), contactId: keys.startedId(key) }));
  }

  /** These contacts, in the same order, without those that don't exist. */
  async summaries(contactIds: readonly string[]): Promise<ContactPage> {
    const page: ContactPage = { contacts: [], damaged: [], isIncomplete: false };
    const summaries = await this.#damage.readingAll(() =>
      this.#reader.summaries([...contactIds], () => Promise.resolve(false)),
    );
    for (const [index, summary] of summaries.entries()) {
      if (summary instanceof ServiceError) page.damaged.push(contactIds[index]!);
      else if (summary) page.contacts.push(summary);
    }
    return page;
  }

  async #startedPage(query: ContactQuery): Promise<Found> {
    const { limit } = query;
    const found: Found = { contacts: [], damaged: [] };
    const iterator = this.#db.iterator({ ...rangeOf(query), reverse: true });
    try {
      while (found.contacts.length < limit) {
        const records = await this.#damage.readingAll(() => iterator.nextv(Math.max(limit, 100)));
        if (records.length === 0) break;
        for (const summary of await this.#summaries(records, keys.startedId)) {
          if (found.contacts.length === limit) break;
          if (typeof summary === 'string') found.damaged.push(summary);
          else if (summary && matches(query, summary)) found.contacts.push(summary);
        }
      }
    } finally {
      await iterator.close();
    }
    return found;
  }

  /**
   * The summaries of the contacts that index records name: the id if one can't be read, null if it is gone.
   */
  async #summaries(
    records: [key: string, value: string][],
    idOf: (key: string) => string,
  ): Promise<(ContactSummary | string | null)[]> {
    const contactIds = records.map(([key]) => idOf(key));
    const summaries = await this.#reader.summaries(contactIds, (index) => this.#db.has(records[index]![0]));
    return summaries.map((summary, index) => {
      const contactId = contactIds[index]!;
      if (summary instanceof ServiceError) return contactId;
      if (unseal(...records[index]!) !== null) return summary;
      this.#damage.of(contactId, 'the record that lists it is altered');
      return contactId;
    });
  }
}

/** The range of index records that contains a query's contacts. */
function rangeOf({ from, to, after }: ContactQuery): { gt: string; lt: string } {
  const gt = from === undefined ? keys.startedFrom : keys.started(Math.max(0, Math.ceil(from)), '');
  const end = to === undefined ? keys.startedEnd : keys.started(Math.max(0, Math.ceil(to)), '');
  const next = after ? keys.started(after.startedAt, after.contactId) : end;
  return { gt, lt: next < end ? next : end };
}
