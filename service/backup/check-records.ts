import type { ContactSummary } from '../contact/contact-summary.js';
import { contactKeys as keys } from '../backend/embedded/contact-log/contact-keys.js';
import { contactRecords, type ContactRecord } from '../backend/embedded/contact-log/contact-records.js';
import { isSealed, unseal } from '../backend/embedded/sealed-record.js';

/** An attachment that a contact's log names. */
export interface NamedAttachment {
  contactId: string;
  attachmentId: string;
}

/**
 * Reads all records of a contacts' database in the order of their keys, and finds damaged and missing ones.
 */
export class RecordCheck {
  readonly attachments: NamedAttachment[] = [];
  records = 0;
  /** One sentence per contact. */
  readonly #problems = new Map<string, string>();
  /** The last number of each contact's entries, and whether the contact must have a mark. */
  readonly #ends = new Map<string, { seq: number; isMarked: boolean }>();
  readonly #marked = new Set<string>();
  readonly #summaries = new Map<string, { started: string; isActive: boolean }>();
  readonly #active = new Set<string>();
  readonly #started = new Set<string>();

  /** The number of contacts that have a summary. */
  get contacts(): number {
    return this.#summaries.size;
  }

  add(record: ContactRecord): void {
    const [key, value] = record;
    this.records += 1;
    const contactId = contactRecords.contactOf(record);
    const json = parse(key, value);
    if (keys.isEntry(key)) return this.#addEntry(record, json);
    if (json === undefined) return this.#report(contactId, `its record ${key} is altered`);
    if (keys.isMark(key)) return this.#addMark(contactId, Number(json));
    if (contactRecords.isSummary(record)) return this.#addSummary(contactId, json as ContactSummary);
    if (key.startsWith(keys.activeFrom)) this.#active.add(contactId);
    if (key.startsWith(keys.startedFrom)) this.#started.add(key);
  }

  /** All problems. Call it after the last record. */
  finish(): string[] {
    for (const [contactId, { isMarked }] of this.#ends) {
      if (!this.#summaries.has(contactId)) this.#report(contactId, 'its summary is missing');
      if (isMarked && !this.#marked.has(contactId)) this.#report(contactId, 'its mark is missing');
    }
    for (const [contactId, { started, isActive }] of this.#summaries) {
      if (!this.#ends.has(contactId)) this.#report(contactId, 'all of its entries are missing');
      if (!this.#started.delete(started)) this.#report(contactId, 'the record that lists it is missing');
      if (isActive !== this.#active.delete(contactId))
        this.#report(contactId, 'the record that it is active is missing, or should not be there');
    }
    for (const key of [...this.#started, ...this.#active])
      this.#report(contactRecords.contactOf([key, '']), 'it is listed, and its summary is missing');
    return [...this.#problems].map(([contactId, what]) => `contact ${contactId}: ${what}`);
  }

  #addEntry(record: ContactRecord, json: unknown): void {
    const [key, value] = record;
    const contactId = keys.entryContact(key);
    const end = this.#ends.get(contactId);
    const seq = (end?.seq ?? 0) + 1;
    this.#ends.set(contactId, { seq: keys.entrySeq(key), isMarked: end?.isMarked ?? isSealed(value) });
    if (keys.entrySeq(key) !== seq || (json as { seq?: number } | undefined)?.seq !== seq)
      return this.#report(contactId, `entry ${seq} is missing or altered`);
    const attachment = contactRecords.attachmentOf(record);
    if (attachment) this.attachments.push(attachment);
  }

  #addMark(contactId: string, mark: number): void {
    this.#marked.add(contactId);
    const last = this.#ends.get(contactId)?.seq ?? 0;
    if (last < mark) this.#report(contactId, `entries ${last + 1} to ${mark} are missing`);
  }

  #addSummary(contactId: string, { startedAt, state }: ContactSummary): void {
    this.#summaries.set(contactId, {
      started: keys.started(startedAt, contactId),
      isActive: state === 'ACTIVE',
    });
  }

  #report(contactId: string, what: string): void {
    if (!this.#problems.has(contactId)) this.#problems.set(contactId, what);
  }
}

/** Parses a record's JSON; undefined if it is damaged. Records without a value give null. */
function parse(key: string, value: string): unknown {
  const json = unseal(key, value);
  if (json === null) return undefined;
  if (json === '') return null;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
