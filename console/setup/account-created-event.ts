/** Fired when the first administrator exists and is signed in. */
export class AccountCreatedEvent extends Event {
  static readonly eventName = 'connect-chat-account-created';

  constructor() {
    super(AccountCreatedEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-account-created': AccountCreatedEvent;
  }
}
