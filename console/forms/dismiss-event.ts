/** Somebody closed a dialog without choosing anything: by Escape, or by its Cancel. */
export class DismissEvent extends Event {
  static readonly eventName = 'connect-chat-dismiss';

  constructor() {
    super(DismissEvent.eventName, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-dismiss': DismissEvent;
  }
}
