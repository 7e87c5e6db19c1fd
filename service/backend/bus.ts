/**
 * Carries hints between whoever changed something and whoever watches it. The log is the truth: a message may be lost
 * or come twice, and costs nothing then. Messages of one topic from one publisher arrive in order.
 */
export interface Bus<Topics extends Record<string, unknown>> {
  /** `topic` is a kind and an id. */
  publish<Kind extends keyof Topics & string>(kind: Kind, id: string, message: Topics[Kind]): void;
  /** Calls `receive` for each message from now on; returns the undo. */
  subscribe<Kind extends keyof Topics & string>(
    kind: Kind,
    id: string,
    receive: (message: Topics[Kind]) => void,
  ): () => void;
}
