import type { LogEnd, Operation } from './commit-queue.js';
import { contactKeys as keys } from './contact-keys.js';
import { putRecord } from './put-record.js';

/** Milliseconds after which a contact's mark is brought up to its log's end. */
const lateness = 4_000;
/** Marks that one commit takes along, so that no commit becomes long. */
const perCommit = 64;

/**
 * Marks that are behind their logs. A mark says which number a log has reached, so that a missing end is noticed. One
 * with every message would cost as much as the message itself in LevelDB, so marks follow some seconds later, with a
 * commit that is made anyway. A start after a crash finds in the journal which ones did not follow.
 */
export class LateMarks {
  readonly #clock: () => number;
  /** The contacts whose marks are behind, in the order in which they fell behind. */
  readonly #behind = new Map<string, { seq: number; since: number }>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Notes the logs' ends of a batch, which must be durable. */
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

  /** Takes the marks that a commit should take along now. */
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
