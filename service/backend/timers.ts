import type { Deadline } from '../contact/deadline.js';

/** Receives the calls of {@link Timers}. `reached` is the `at` of each deadline that has come. */
export type OnDue = (id: string, reached: readonly number[]) => Promise<void>;

/** Milliseconds after which another receiver may be called for deadlines whose call has not ended. */
export const claimLasts = 30_000;

/**
 * Calls by id, when one of its deadlines has come. An implementation guarantees:
 * - `set` replaces all deadlines of this id. The call comes at the deadline or soon after, at once if it has passed.
 * - A deadline that is set again keeps its moment: if the wall clock was set meanwhile, the call still comes after as much
 *   time as was left before.
 * - A new deadline counts from `fixedAt`, what the wall clock showed when it was fixed, if that is given: the clock may have
 *   been set while the deadline was being stored.
 * - Before a call, the deadlines that have come are claimed: one receiver in one process is called, and no other for the
 *   same deadlines while the call runs, up to {@link claimLasts}.
 * - When the call resolves, its deadlines are done. If it rejects, they come again after a few seconds. If its process
 *   dies, or the claim ends before the call does, another receiver is called.
 * - An id may be called although its deadlines were replaced a moment ago: the receiver checks what is true.
 * - Deadlines stay set while any process of the backend runs. After the last one has ended, the core sets them again.
 */
export interface Timers {
  set(id: string, deadlines: readonly Deadline[], fixedAt?: number): void;
  /** Milliseconds until this deadline comes; 0 if it has passed. */
  left(id: string, deadline: Deadline): number;
  /** Returns the undo. */
  onDue(receive: OnDue): () => void;
}
