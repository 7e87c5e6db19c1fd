/** An emoji was chosen. */
const eventName = 'connect-chat-emoji';

export class EmojiEvent extends Event {
  static readonly eventName = eventName;
  readonly emoji: string;

  constructor(emoji: string) {
    super(eventName, { bubbles: true });
    this.emoji = emoji;
  }
}
