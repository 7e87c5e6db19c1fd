/** The visitor says how the chat was. */
export class RateEvent extends Event {
  static readonly eventName = 'connect-chat-rate';
  /** One of `shared/ratings.ts`. */
  readonly rating: number;
  /** Empty for none. */
  readonly comment: string;

  constructor(rating: number, comment: string) {
    super(RateEvent.eventName, { bubbles: true });
    this.rating = rating;
    this.comment = comment;
  }
}
