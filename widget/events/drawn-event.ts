/** Something in a message was drawn after the message itself, so that its size may be another now. */
const eventName = 'connect-chat-drawn';

export class DrawnEvent extends Event {
  static readonly eventName = eventName;

  constructor() {
    super(eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-drawn': DrawnEvent;
  }
}
