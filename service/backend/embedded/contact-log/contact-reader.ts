import type { ClassicLevel } from 'classic-level';
import type { ContactSummary } from '../../../contact/contact-summary.js';
import type { Entry } from '../../../contact/entry.js';
import { ServiceError } from '../../../errors.js';
import { contactKeys as keys } from './contact-keys.js';
import type { ContactDamage } from './contact-damage.js';
import { isSealed, unseal } from '../sealed-record.js';

/** The result of one read, or the fault that it found. */
type Look<T> = { found: T } | { fault: string };

/**
 * Reads contacts and verifies every record: its seal, its place in the sequence, and that the sequence
 * reaches the contact's mark. Rejects with CONTACT_DAMAGED for altered or missing records.
 */
export class ContactReader {
  readonly #db: ClassicLevel;
  readonly #damage: ContactDamage;

  constructor(db: ClassicLevel, damage: ContactDamage) {
    this.#db = db;
    this.#damage = damage;
  }

  /**
   * At most `limit` entries after a number. `known` is the log's last number if the caller knows it: a page
   * that reaches it needs no other proof of completeness.
   */
  entries(contactId: string, after: number, limit: number, known: number | undefined): Promise<Entry[]> {
    let least = known;
    return this.#look(contactId, async () => {
      const mark = least === undefined ? await this.#mark(contactId) : { found: 0 };
      if ('fault' in mark) return mark;
      const range = { gt: keys.entry(contactId, after), lt: keys.entriesEnd(contactId), limit };
      const look = parseEntries(contactId, after, await this.#db.values(range).all());
      if ('fault' in look || look.found.length === limit) return look;
      const last = look.found.at(-1)?.seq ?? after;
      if (last >= mark.found && (least === undefined || last === least)) return look;
      // The number of an append in progress is known already, so only the mark proves that entries are
      // missing.
      least = undefined;
      return { fault: `entries ${last + 1} to ${mark.found} are missing` };
    });
  }

  /** The last number of a log; 0 if there is none. */
  last(contactId: string): Promise<number> {
    return this.#look(contactId, async () => {
      const mark = await this.#mark(contactId);
      if ('fault' in mark) return mark;
      const range = { gt: keys.entry(contactId, 0), lt: keys.entriesEnd(contactId), reverse: true, limit: 1 };
      const [key] = await this.#db.keys(range).all();
      const last = key === undefined ? 0 : keys.entrySeq(key);
      return last >= mark.found ? { found: last } : { fault: `entries after ${last} are missing` };
    });
  }

  /**
   * Whether the contact has no records. A new contact costs no read from the disk and no promise: LevelDB keeps a filter
   * of each table's keys in memory.
   */
  isAbsent(contactId: string): boolean {
    const first = [keys.mark(contactId), keys.entry(contactId, 1), keys.summary(contactId)];
    try {
      return first.every((key) => this.#db.getSync(key) === undefined);
    } catch {
      // A damaged table, or a closed database: the next read rejects with the reason.
      return false;
    }
  }

  /** The summary, or null if the contact doesn't exist. */
  summary(contactId: string): Promise<ContactSummary | null> {
    return this.#look(contactId, async () => {
      const value = await this.#db.get(keys.summary(contactId));
      if (value !== undefined) return parseSummary(contactId, value);
      const mark = await this.#db.get(keys.mark(contactId));
      return mark === undefined ? { found: null } : { fault: 'its summary is missing' };
    });
  }

  /**
   * The summaries of contacts that another record names, in the same order. `named` tells whether that record
   * still exists: otherwise the contact was erased meanwhile, and the result is null.
   */
  async summaries(
    contactIds: string[],
    named: (index: number) => Promise<boolean>,
  ): Promise<(ContactSummary | null | ServiceError)[]> {
    const values = await this.#db.getMany(contactIds.map(keys.summary)).catch(() => []);
    const found: (ContactSummary | null | ServiceError)[] = [];
    for (const [index, contactId] of contactIds.entries()) {
      const value = values[index];
      const look = value === undefined ? null : parseSummary(contactId, value);
      if (look && 'found' in look) found.push(look.found);
      else found.push(await this.#summaryOf(contactId, () => named(index)).catch(damageOf));
    }
    return found;
  }

  #summaryOf(contactId: string, isNamed: () => Promise<boolean>): Promise<ContactSummary | null> {
    return this.#look(contactId, async () => {
      const value = await this.#db.get(keys.summary(contactId));
      if (value !== undefined) return parseSummary(contactId, value);
      return (await isNamed()) ? { fault: 'its summary is missing' } : { found: null };
    });
  }

  /** The number that a log has reached at least; 0 if unknown, as for contacts of older releases. */
  async #mark(contactId: string): Promise<Look<number>> {
    const key = keys.mark(contactId);
    const value = await this.#db.get(key);
    if (value !== undefined) return parseMark(key, value);
    const first = await this.#db.get(keys.entry(contactId, 1));
    return first !== undefined && isSealed(first) ? { fault: 'its mark is missing' } : { found: 0 };
  }

  /** Repeats a read that found a fault: a contact may be written or erased between two steps of one read. */
  #look<T>(contactId: string, look: () => Promise<Look<T>>): Promise<T> {
    return this.#damage.reading(contactId, async () => {
      const first = await look();
      if ('found' in first) return first.found;
      const second = await look();
      if ('found' in second) return second.found;
      throw this.#damage.of(contactId, second.fault);
    });
  }
}

function damageOf(error: unknown): ServiceError {
  if (error instanceof ServiceError && error.code === 'CONTACT_DAMAGED') return error;
  throw error;
}

/** Entries are numbered without gaps, so each record's key follows from the one before. */
function parseEntries(contactId: string, after: number, values: readonly string[]): Look<Entry[]> {
  const found: Entry[] = [];
  for (const value of values) {
    const seq = after + found.length + 1;
    const entry = parse<Entry>(keys.entry(contactId, seq), value);
    if (entry?.seq !== seq) return { fault: `entry ${seq} is missing or altered` };
    found.push(entry);
  }
  return { found };
}

function parseSummary(contactId: string, value: string): Look<ContactSummary | null> {
  const summary = parse<ContactSummary>(keys.summary(contactId), value);
  return summary?.contactId === contactId ? { found: summary } : { fault: 'its summary is altered' };
}

function parseMark(key: string, value: string): Look<number> {
  const mark = isSealed(value) ? parse<number>(key, value) : null;
  return mark === null ? { fault: 'its mark is altered' } : { found: mark };
}

/** The value of a record; null if it is damaged. */
function parse<T>(key: string, value: string): T | null {
  const json = unseal(key, value);
  if (json === null) return null;
  try {
    return JSON.parse(json) as T;
  } catch {
    return null;
  }
}
