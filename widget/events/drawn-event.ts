/** Something in a message was drawn after the message itself, so that its size may be another now. */
export class DrawnEvent extends Event {
  static readonly eventName = 'connect-chat-drawn';

  constructor() {
    super(DrawnEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-drawn': DrawnEvent;
  }
}
