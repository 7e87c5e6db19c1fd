/** Fired when the user dismisses a dialog, by Escape or its Cancel button. */
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
