/** Fired when the user allows a blocked website. */
export class AllowDomainEvent extends Event {
  static readonly eventName = 'connect-chat-allow-domain';
  readonly origin: string;

  constructor(origin: string) {
    super(AllowDomainEvent.eventName, { bubbles: true, composed: true });
    this.origin = origin;
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-allow-domain': AllowDomainEvent;
  }
}
