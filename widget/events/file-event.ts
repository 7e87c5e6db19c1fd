/** What a person wants of a chat's files; whoever owns them decides. */
export type FileIntent =
  | { type: 'attach'; files: readonly File[] }
  /** Give a file up: on its way, or refused. */
  | { type: 'remove'; clientToken: string }
  /** Read a file of an item; `take` is given its bytes. */
  | { type: 'read'; attachmentId: string; itemId: string; take: (bytes: Promise<Blob>) => void };

const eventName = 'connect-chat-file';

/** Asks the owner of a chat's files for something. */
export class FileEvent extends Event {
  static readonly eventName = eventName;
  readonly intent: FileIntent;

  constructor(intent: FileIntent) {
    super(eventName, { bubbles: true, composed: true });
    this.intent = intent;
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-file': FileEvent;
  }
}
