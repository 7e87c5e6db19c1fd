/** Fired after a sign-in: the cookie is set, and `GET /api/session` returns the account. */
export class SignedInEvent extends Event {
  static readonly eventName = 'connect-chat-signed-in';

  constructor() {
    super(SignedInEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-signed-in': SignedInEvent;
  }
}
