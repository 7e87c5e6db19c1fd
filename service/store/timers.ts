/** A moment that was fixed in advance and stored with the data, as wall time. */
export interface Deadline {
  /** Milliseconds since 1970. */
  at: number;
  /** Milliseconds from when it was fixed until then: it is never waited for longer, whatever the wall clock says. */
  within: number;
}

/** Receives the calls of {@link Timers}. */
export type OnDue = (id: string, reached: readonly number[]) => Promise<void>;

/**
 * Calls by id, when one of an id's deadlines has come. What an implementation promises:
 * - `set` replaces all deadlines of this id; the call comes at the deadline or soon after, at once where it has passed.
 * - A deadline that is set again keeps its moment: where the wall clock was set meanwhile, the call still comes after as
 *   much time as was left before.
 * - A new deadline counts from `fixedAt`, what the wall clock showed when it was fixed, where that is given: the clock may
 *   have been set while the deadline was being stored.
 * - An id may be called more than once, or though its deadlines were replaced a moment ago: the receiver checks what is true.
 */
export interface Timers {
  set(id: string, deadlines: readonly Deadline[], fixedAt?: number): void;
  /** Milliseconds until this deadline comes; 0 where it has passed. */
  left(id: string, deadline: Deadline): number;
  /**
   * `reached` is the `at` of each deadline that has come. Where the callback rejects, it is called again after a few
   * seconds. Returns the undo.
   */
  onDue(callback: OnDue): () => void;
  close(): void;
}
