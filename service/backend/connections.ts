/** Receives the ids that are gone, and since when: milliseconds since 1970. */
export type OnGone = (id: string, since: number) => Promise<void>;

/**
 * Who is connected, by id, through whichever process. An implementation guarantees:
 * - A call takes effect for this process before it returns. Other processes know within a few seconds; what cannot be
 *   passed on at the moment is passed on later.
 * - Connections belong to the process that opened them. When it dies they are closed within a few seconds.
 * - An id that is expected and has had no connection for the grace period is gone. One receiver in one process is told,
 *   and the id is no longer expected. If that call rejects or its process dies, another receiver is called.
 * - Nothing survives the last process: the core expects everybody again after a start.
 */
export interface Connections {
  /** Opens a connection of this process. Returns what to call when it is closed. */
  open(id: string): () => void;
  /** Whether any process has a connection of this id, as far as this one knows. */
  has(id: string): boolean;
  /** Somebody should be connected: the grace period runs whenever nobody is. */
  expect(id: string): void;
  /** Nobody is expected any more. */
  forget(id: string): void;
  /** Returns the undo. */
  onGone(receive: OnGone): () => void;
}
