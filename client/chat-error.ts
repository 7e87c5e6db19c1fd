/**
 * A refusal or failure: a stable code of `docs/reference/errors.md` (or one of this client) and a sentence for
 * people.
 */
export class ChatError extends Error {
  readonly code: string;
  /** The message that the error is about, if any. */
  readonly clientToken: string | undefined;

  constructor(code: string, message: string, clientToken?: string) {
    super(message);
    this.name = 'ChatError';
    this.code = code;
    this.clientToken = clientToken;
  }
}
