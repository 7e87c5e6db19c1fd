/** What a person wants of a conversation; whoever owns it decides. */
export type TalkIntent =
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

/** Asks the owner of the conversation for something. */
export class TalkEvent extends Event {
  static readonly eventName = 'connect-chat-talk';
  readonly intent: TalkIntent;

  constructor(intent: TalkIntent) {
    super(TalkEvent.eventName, { bubbles: true, composed: true });
    this.intent = intent;
  }
}
