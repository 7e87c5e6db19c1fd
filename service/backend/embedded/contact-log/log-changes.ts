import type { ClassicLevel } from 'classic-level';
import type { Operation } from './commit-queue.js';
import { contactKeys as keys } from './contact-keys.js';
import { putRecord } from './put-record.js';

/** Deletions per commit, so that no commit becomes slow. */
const perCommit = 64;

interface Note {
  key: string;
  commit: number;
}

/** The commits that changed a contact and that the index may not have. */
interface Span {
  first: number;
  last: number;
  /** Whether a note was stored: more than messages changed. */
  isNoted: boolean;
}

/** Changed contacts that were given to the index. */
export interface TakenChanges {
  contactIds: string[];
  /** Once these are indexed, every commit up to this one is. */
  upTo: number;
  isCurrent: boolean;
}

export interface TakeOptions {
  atMost: number;
  /** The number of commits so far. */
  commits: number;
  /** Whether to take contacts to which only messages were added. */
  withMessages: boolean;
}

/**
 * Which contacts have changed since the contact index saw them. Those are kept in memory; for the time after a crash, each
 * commit that stores a summary or erases a contact also stores a note. Other commits need none: their contacts are active,
 * and active contacts are indexed again after a start. A later commit removes the notes that the index no longer needs.
 */
export class LogChanges {
  readonly #changed = new Map<string, Span>();
  /** The notes in the database, the earliest first. */
  #notes: Note[] = [];
  #taken = new Map<string, number>();
  #indexed = 0;

  /** Takes up what was left at the last stop. Every commit up to `indexed` is in the index. */
  async begin(db: ClassicLevel, indexed: number, commits: number): Promise<void> {
    this.#indexed = indexed;
    const active = await db.keys({ gt: keys.activeFrom, lt: keys.activeEnd }).all();
    for (const key of active) this.#add(keys.activeId(key), commits, false);
    const stored = await db.keys({ gt: keys.changedFrom, lt: keys.changedEnd }).all();
    const noted = new Set(this.#notes.map(({ key }) => key));
    const earlier = stored.filter((key) => !noted.has(key)).map(toNote);
    this.#notes.unshift(...earlier);
    for (const { key, commit } of earlier) if (commit > indexed) this.#add(keys.changedId(key), commit, true);
  }

  /** What a batch must include: notes of its changes, and deletions of earlier ones. */
  completed(batch: readonly Operation[], commit: number): Operation[] {
    const added: Operation[] = [];
    for (const operation of batch) {
      const contactId = changedBy(operation);
      if (contactId !== null) added.push(putRecord(keys.changed(commit, contactId), ''));
    }
    for (const { key, commit: noted } of this.#notes.slice(0, perCommit))
      if (noted <= this.#indexed) added.push({ type: 'del', key });
    return added;
  }

  /** A batch is durable. */
  note(batch: readonly Operation[], commit: number): void {
    const removed = new Set<string>();
    for (const operation of batch) {
      if (operation.type === 'put' && operation.end) this.#add(operation.end.contactId, commit, false);
      if (!keys.isChanged(operation.key)) continue;
      if (operation.type === 'del') removed.add(operation.key);
      else {
        this.#notes.push({ key: operation.key, commit });
        this.#add(keys.changedId(operation.key), commit, true);
      }
    }
    if (removed.size > 0) this.#notes = this.#notes.filter(({ key }) => !removed.has(key));
  }

  /** Up to `atMost` changed contacts. They count as changed until `settle` is called. */
  take({ atMost, commits, withMessages }: TakeOptions): TakenChanges {
    this.#taken = new Map();
    let upTo = commits;
    let isCurrent = true;
    for (const [contactId, { first, last, isNoted }] of this.#changed) {
      if (!isNoted && !withMessages) continue;
      if (this.#taken.size < atMost) {
        this.#taken.set(contactId, last);
        continue;
      }
      isCurrent = false;
      if (isNoted) upTo = Math.min(upTo, first - 1);
    }
    return { contactIds: [...this.#taken.keys()], upTo, isCurrent };
  }

  /** What was taken is in the index, durably. */
  settle(upTo: number): void {
    for (const [contactId, last] of this.#taken) {
      const span = this.#changed.get(contactId);
      if (span?.last === last) this.#changed.delete(contactId);
      // If it got a note meanwhile, that note is of a later commit.
      else if (span) span.first = last + 1;
    }
    this.#taken.clear();
    this.#indexed = upTo;
  }

  #add(contactId: string, commit: number, isNoted: boolean): void {
    const span = this.#changed.get(contactId);
    if (!span) {
      this.#changed.set(contactId, { first: commit, last: commit, isNoted });
      return;
    }
    // Messages before the first note need none of their own.
    if (isNoted && !span.isNoted) span.first = commit;
    span.last = commit;
    span.isNoted ||= isNoted;
  }
}

const toNote = (key: string): Note => ({ key, commit: keys.changedCommit(key) });

/** The contact whose summary an operation stores, or that it notes as erased. */
function changedBy({ type, key }: Operation): string | null {
  if (type !== 'put') return null;
  if (keys.isSummary(key)) return keys.summaryContact(key);
  return keys.isErased(key) ? keys.erasedId(key) : null;
}
