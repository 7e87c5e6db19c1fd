/** A refusal or failure: a stable code of `docs/reference/errors.md` (or a local one) and a sentence for people. */
export class ChatError extends Error {
  readonly code: string;
  /** The message it is about, where it is about one. */
  readonly clientToken: string | undefined;

  constructor(code: string, message: string, clientToken?: string) {
    super(message);
    this.name = 'ChatError';
    this.code = code;
    this.clientToken = clientToken;
  }
}
