/**
 * Wake-up calls by id. What an implementation promises:
 * - `set` replaces whatever was set for this id; the call comes at that time (milliseconds since 1970) or soon after,
 *   at once where it has passed.
 * - An id may be called more than once, or though it was cancelled a moment ago: whoever is called looks at the truth.
 */
export interface Timers {
  set(id: string, at: number): void;
  cancel(id: string): void;
  /** Returns the undo. */
  onDue(callback: (id: string) => void): () => void;
  close(): void;
}
