/** A website that was refused should be among the widget's own. */
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
