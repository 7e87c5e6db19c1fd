import type { LogEnd, Operation } from './commit-queue.js';
import { contactKeys as keys } from './contact-keys.js';
import { putRecord } from './put-record.js';

/** Milliseconds after which a contact's mark must catch up with its log's end. */
const lateness = 4_000;
/** Marks per commit, so that no commit becomes slow. */
const perCommit = 64;

/**
 * The high-water marks that are behind their logs. A mark says which number a log has reached, which reveals
 * a missing end. Writing it with every message would cost as much as the message itself in LevelDB, so marks
 * follow some seconds later, in a commit that happens anyway. After a crash, the start finds in the journal
 * which marks are missing.
 */
export class LateMarks {
  readonly #clock: () => number;
  /** The contacts whose marks are behind, those that have waited longest first. */
  readonly #behind = new Map<string, { seq: number; since: number }>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Notes the ends of logs in a durable batch. */
  note(batch: readonly Operation[]): void {
    const now = this.#clock();
    for (const operation of batch) {
      if (operation.type === 'del' || !operation.end) continue;
      if (keys.isMark(operation.key)) this.#behind.delete(operation.end.contactId);
      else this.add(operation.end, now);
    }
  }

  add({ contactId, seq }: LogEnd, now = this.#clock()): void {
    const behind = this.#behind.get(contactId);
    if (behind) behind.seq = seq;
    else this.#behind.set(contactId, { seq, since: now });
  }

  /** Takes the marks that the next commit should include. */
  takeDue(): Operation[] {
    return this.#take(this.#clock() - lateness, perCommit);
  }

  takeAll(): Operation[] {
    return this.#take(Infinity, Infinity);
  }

  forget(contactId: string): void {
    this.#behind.delete(contactId);
  }

  #take(before: number, atMost: number): Operation[] {
    const taken: Operation[] = [];
    for (const [contactId, { seq, since }] of this.#behind) {
      if (since > before || taken.length === atMost) break;
      taken.push(putRecord(keys.mark(contactId), String(seq)));
      this.#behind.delete(contactId);
    }
    return taken;
  }
}
