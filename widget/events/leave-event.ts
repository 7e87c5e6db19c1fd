/** What a visitor leaves while nobody answers. */
export interface LeftMessage {
  /** Empty where the visitor gave none. */
  name: string;
  email: string;
  message: string;
}

const eventName = 'connect-chat-leave';

/** A message is to be left. */
export class LeaveEvent extends Event {
  static readonly eventName = eventName;
  readonly left: LeftMessage;

  constructor(left: LeftMessage) {
    super(eventName, { bubbles: true });
    this.left = left;
  }
}
