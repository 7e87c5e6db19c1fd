/** The visitor rated the chat. */
const eventName = 'connect-chat-rate';

export class RateEvent extends Event {
  static readonly eventName = eventName;
  /** One of `shared/ratings.ts`. */
  readonly rating: number;
  /** Empty for none. */
  readonly comment: string;

  constructor(rating: number, comment: string) {
    super(eventName, { bubbles: true });
    this.rating = rating;
    this.comment = comment;
  }
}
