import type { ChatError } from './chat-error.js';

/** A message on its way: said, but not known to be stored. */
export interface OutgoingMessage {
  /** Its name, made by the client: however often it is sent, it is stored once. */
  readonly clientToken: string;
  readonly contentType: string;
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Why the service did not take it; it waits for `retry` or `discard`. */
  readonly refusal?: ChatError;
}
