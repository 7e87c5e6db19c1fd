/** A member of the widget that is being edited should become another value. */
export class DraftEvent extends Event {
  static readonly eventName = 'connect-chat-draft';
  /** RFC 6901. */
  readonly pointer: string;
  readonly value: unknown;

  constructor(pointer: string, value: unknown) {
    super(DraftEvent.eventName, { bubbles: true, composed: true });
    this.pointer = pointer;
    this.value = value;
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-draft': DraftEvent;
  }
}
