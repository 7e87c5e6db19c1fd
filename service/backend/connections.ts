/** Receives an id that is gone, and the time since when, in milliseconds since 1970. */
export type OnGone = (id: string, since: number) => Promise<void>;

/**
 * The ids that are connected, to any process. An implementation guarantees:
 * - A call takes effect for this process before it returns, and for other processes within a few seconds. If
 *   it can't be passed on at the moment, it is passed on later.
 * - Connections belong to the process that opened them. If it dies, they are closed within a few seconds.
 * - An id is gone if it is expected and had no connection for the grace period. One receiver in one process
 *   is called, and the id is no longer expected. If that call rejects or its process dies, another receiver
 *   is called.
 * - Nothing survives the last process: after a start, the core expects all ids again.
 */
export interface Connections {
  /** Opens a connection in this process. Returns a function that closes it. */
  open(id: string): () => void;
  /** Whether any process has a connection of this id, as far as this process knows. */
  has(id: string): boolean;
  /** A connection should exist: the grace period runs while there is none. */
  expect(id: string): void;
  /** No connection is expected any more. */
  forget(id: string): void;
  /** Returns the undo. */
  onGone(receive: OnGone): () => void;
}
