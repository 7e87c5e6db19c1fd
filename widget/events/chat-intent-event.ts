/** What a person wants to do in a chat. The owner of the chat decides. */
export type ChatIntent =
  | { type: 'send'; text: string }
  /** A choice in an interactive message, to be sent as it is. */
  | { type: 'answer'; contentType: string; content: string }
  /** The unsent text has changed. */
  | { type: 'draft'; text: string }
  | { type: 'retry'; clientToken: string }
  | { type: 'discard'; clientToken: string }
  /** The newest item is on the screen. */
  | { type: 'seen' }
  /** The pre-chat form was submitted. */
  | { type: 'answers'; answers: Record<string, string> }
  /** Save the transcript as a file, or copy it; `told` is called with whether it was copied. */
  | { type: 'save' }
  | { type: 'copy'; told: (isCopied: boolean) => void }
  | { type: 'quiet'; isQuiet: boolean }
  | { type: 'minimise' }
  | { type: 'end' }
  | { type: 'restart' }
  | { type: 'reconnect' };

const eventName = 'connect-chat-intent';

/** Asks the owner of a chat to do something. */
export class ChatIntentEvent extends Event {
  static readonly eventName = eventName;
  readonly intent: ChatIntent;

  constructor(intent: ChatIntent) {
    super(eventName, { bubbles: true, composed: true });
    this.intent = intent;
  }
}
