/** What a visitor leaves while nobody answers. */
export interface LeftMessage {
  /** Empty where the visitor gave none. */
  name: string;
  email: string;
  message: string;
}

/** A message is to be left. */
export class LeaveEvent extends Event {
  static readonly eventName = 'connect-chat-leave';
  readonly left: LeftMessage;

  constructor(left: LeftMessage) {
    super(LeaveEvent.eventName, { bubbles: true });
    this.left = left;
  }
}
