/** An offline message. */
export interface LeftMessage {
  /** Empty if the visitor gave none. */
  name: string;
  email: string;
  message: string;
}

const eventName = 'connect-chat-leave';

/** The visitor submitted an offline message. */
export class LeaveEvent extends Event {
  static readonly eventName = eventName;
  readonly left: LeftMessage;

  constructor(left: LeftMessage) {
    super(eventName, { bubbles: true });
    this.left = left;
  }
}
