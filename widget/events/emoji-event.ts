/** An emoji was chosen. */
export class EmojiEvent extends Event {
  static readonly eventName = 'connect-chat-emoji';
  readonly emoji: string;

  constructor(emoji: string) {
    super(EmojiEvent.eventName, { bubbles: true });
    this.emoji = emoji;
  }
}
