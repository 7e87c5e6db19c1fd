import type { Deadline } from '../contact/deadline.js';

/** Receives the calls of {@link Timers}. */
export type OnDue = (id: string, reached: readonly number[]) => Promise<void>;

/**
 * Calls by id, when one of an id's deadlines has come. What an implementation promises:
 * - `set` replaces all deadlines of this id; the call comes at the deadline or soon after, at once where it has passed.
 * - A deadline that is set again keeps its moment: where the wall clock was set meanwhile, the call still comes after as
 *   much time as was left before.
 * - An id may be called more than once, or though its deadlines were replaced a moment ago: the receiver checks what is true.
 */
export interface Timers {
  set(id: string, deadlines: readonly Deadline[]): void;
  /** Milliseconds until this deadline comes; 0 where it has passed. */
  left(id: string, deadline: Deadline): number;
  /**
   * `reached` is the `at` of each deadline that has come. Where the callback rejects, it is called again after a few
   * seconds. Returns the undo.
   */
  onDue(callback: OnDue): () => void;
  close(): void;
}
