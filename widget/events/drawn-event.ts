/** Part of a message has rendered after the message itself, which may have changed its size. */
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
