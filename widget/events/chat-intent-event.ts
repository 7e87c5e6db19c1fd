/** What a person asks of a chat; the owner of the chat decides. */
export type ChatIntent =
  | { type: 'send'; text: string }
  /** Something was chosen in an interactive message: to be sent as it is. */
  | { type: 'answer'; contentType: string; content: string }
  /** The unsent text changed: somebody is writing. */
  | { type: 'draft'; text: string }
  | { type: 'retry'; clientToken: string }
  | { type: 'discard'; clientToken: string }
  /** The newest item is on the screen. */
  | { type: 'seen' }
  /** The form before the chat is filled in. */
  | { type: 'answers'; answers: Record<string, string> }
  /** Keep the transcript: as a file, or on the clipboard; `told` hears whether that could be done. */
  | { type: 'save' }
  | { type: 'copy'; told: (isCopied: boolean) => void }
  | { type: 'quiet'; isQuiet: boolean }
  | { type: 'minimise' }
  | { type: 'end' }
  | { type: 'restart' }
  | { type: 'reconnect' };

const eventName = 'connect-chat-intent';

/** Asks the owner of a chat for something. */
export class ChatIntentEvent extends Event {
  static readonly eventName = eventName;
  readonly intent: ChatIntent;

  constructor(intent: ChatIntent) {
    super(eventName, { bubbles: true, composed: true });
    this.intent = intent;
  }
}
