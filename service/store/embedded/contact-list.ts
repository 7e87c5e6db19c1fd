import type { ClassicLevel } from 'classic-level';
import type { ContactSummary } from '../../contact/contact-summary.js';
import { ServiceError } from '../../errors.js';
import type { ContactQuery } from '../contact-log.js';
import type { ContactDamage } from './contact-damage.js';
import { contactKeys as keys } from './contact-keys.js';
import type { ContactReader } from './contact-reader.js';
import { unseal } from './sealed-record.js';

/** Told of each contact that belongs to an answer and can't be read; without it such a contact rejects. */
type Damaged = ((contactId: string) => void) | undefined;

/** Lists contacts by the records that name them: by start time, and by being active. */
export class ContactList {
  readonly #db: ClassicLevel;
  readonly #reader: ContactReader;
  readonly #damage: ContactDamage;

  constructor(db: ClassicLevel, reader: ContactReader, damage: ContactDamage) {
    this.#db = db;
    this.#reader = reader;
    this.#damage = damage;
  }

  /** Contacts by start time, newest first. */
  async started({ before, where = () => true, limit, damaged }: ContactQuery): Promise<ContactSummary[]> {
    const lt = before ? keys.started(before.startedAt, before.contactId) : keys.startedEnd;
    const found: ContactSummary[] = [];
    const iterator = this.#db.iterator({ gt: keys.startedFrom, lt, reverse: true });
    try {
      while (found.length < limit) {
        const page = await this.#damage.readingAll(() => iterator.nextv(Math.max(limit, 100)));
        if (page.length === 0) break;
        for (const summary of await this.#summaries(page, keys.startedId)) {
          if (found.length === limit) break;
          if (summary instanceof Unreadable) summary.tell(damaged);
          else if (summary && where(summary)) found.push(summary);
        }
      }
    } finally {
      await iterator.close();
    }
    return found;
  }

  /** Every contact that is not ended. */
  async active(damaged: Damaged): Promise<ContactSummary[]> {
    const range = { gt: keys.activeFrom, lt: keys.activeEnd };
    const records = await this.#damage.readingAll(() => this.#db.iterator(range).all());
    const found: ContactSummary[] = [];
    for (const summary of await this.#summaries(records, keys.activeId)) {
      if (summary instanceof Unreadable) summary.tell(damaged);
      else if (summary) found.push(summary);
    }
    return found;
  }

  /** The summaries of the contacts that records name. */
  async #summaries(
    records: [key: string, value: string][],
    idOf: (key: string) => string,
  ): Promise<(ContactSummary | Unreadable | null)[]> {
    const contactIds = records.map(([key]) => idOf(key));
    const summaries = await this.#reader.summaries(contactIds, (index) => this.#db.has(records[index]![0]));
    return summaries.map((summary, index) => {
      const contactId = contactIds[index]!;
      if (summary instanceof ServiceError) return new Unreadable(contactId, summary);
      if (unseal(...records[index]!) !== null) return summary;
      return new Unreadable(contactId, this.#damage.of(contactId, 'the record that lists it is altered'));
    });
  }
}

/** A contact that is there and can't be read. */
class Unreadable {
  readonly #contactId: string;
  readonly #error: ServiceError;

  constructor(contactId: string, error: ServiceError) {
    this.#contactId = contactId;
    this.#error = error;
  }

  tell(damaged: Damaged): void {
    if (!damaged) throw this.#error;
    damaged(this.#contactId);
  }
}
