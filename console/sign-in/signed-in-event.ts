/** Somebody signed in: the cookie is set, ask the service who it is. */
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
