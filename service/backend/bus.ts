/** What a subscriber is told. */
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
 * Carries hints between processes. The truth is stored elsewhere, so that a lost message costs time and nothing else. An
 * implementation guarantees:
 * - Subscribers of the same process receive a message before `publish` returns.
 * - Other processes receive it within a few milliseconds as a rule. It may be lost, also without an interruption, come
 *   twice, or come late; a message that is too large to be carried is lost.
 * - A subscriber that throws does not affect the others.
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
