import type { Deadline } from '../contact/deadline.js';

/** Handles the calls of {@link Timers}. `reached` is the `at` of each deadline that has passed. */
export type OnDue = (id: string, reached: readonly number[]) => Promise<void>;

/** Milliseconds after which another receiver may be called if a call hasn't ended. */
export const claimLasts = 30_000;

/**
 * Calls a receiver with an id when one of the id's deadlines has passed. An implementation guarantees:
 * - `set` replaces all deadlines of this id. The call comes at the deadline or soon after, at once if it has
 *   passed.
 * - A deadline that is set again keeps its moment: if the wall clock was set meanwhile, the time that was
 *   left doesn't change.
 * - A new deadline counts from `fixedAt`, if given: the wall time at which it was computed. The clock may
 *   have been set while the deadline was being stored.
 * - Before a call, the passed deadlines are claimed: one receiver in one process is called, and no other for
 *   the same deadlines while the call runs, for up to {@link claimLasts}.
 * - When the call resolves, its deadlines are done. If it rejects, they are repeated after a few seconds. If
 *   its process dies or the claim expires first, another receiver is called.
 * - An id may be called although its deadlines were just replaced: the receiver checks the present state.
 * - Deadlines stay set while any process of the backend runs. After the last one has ended, the core sets
 *   them again.
 */
export interface Timers {
  set(id: string, deadlines: readonly Deadline[], fixedAt?: number): void;
  /** Milliseconds until this deadline comes; 0 if it has passed. */
  left(id: string, deadline: Deadline): number;
  /** Returns the undo. */
  onDue(receive: OnDue): () => void;
}
