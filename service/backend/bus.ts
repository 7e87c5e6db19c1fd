/** A subscriber's callbacks. */
export interface Subscriber<Message> {
  receive(message: Message): void;
  /**
   * Messages arrive from now on: once after subscribing, and once after each interruption. Messages that were published
   * before may have been missed.
   */
  live?(): void;
  /** The connection to other processes was interrupted: until the next `live` messages may be missed. */
  interrupted?(): void;
}

/**
 * Carries hints between processes. The data itself is stored elsewhere, so a lost message only causes a
 * delay. An implementation guarantees:
 * - Subscribers of the same process receive a message before `publish` returns.
 * - Other processes usually receive it within a few milliseconds. It may be lost (even without an
 *   interruption), duplicated, or late; a message that is too large is lost.
 * - A subscriber that throws doesn't affect the others.
 */
export interface Bus<Topics extends Record<string, unknown>> {
  /** A topic is a kind and an id. */
  publish<Kind extends keyof Topics & string>(kind: Kind, id: string, message: Topics[Kind]): void;
  /** Returns the undo. */
  subscribe<Kind extends keyof Topics & string>(
    kind: Kind,
    id: string,
    subscriber: Subscriber<Topics[Kind]>,
  ): () => void;
}
