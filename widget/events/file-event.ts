/** What a person wants to do with a chat's files. The owner of the files decides. */
export type FileIntent =
  | { type: 'attach'; files: readonly File[] }
  /** Remove a file that is being uploaded or was refused. */
  | { type: 'remove'; clientToken: string }
  /** Download a file of an item; `take` receives its bytes. */
  | { type: 'read'; attachmentId: string; itemId: string; take: (bytes: Promise<Blob>) => void };

const eventName = 'connect-chat-file';

/** Asks the owner of a chat's files to do something. */
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
