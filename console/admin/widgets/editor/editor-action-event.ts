/** What an editor can be asked to do, besides changing a member of its draft. */
export type EditorAction =
  | 'back'
  | 'next'
  | 'save'
  | 'save-and-continue'
  | 'discard'
  | 'show-problem'
  | 'review-conflict'
  | 'keep-mine';

/** Somebody pressed a button of the editor's bar or dialog. */
export class EditorActionEvent extends Event {
  static readonly eventName = 'connect-chat-editor-action';
  readonly action: EditorAction;

  constructor(action: EditorAction) {
    super(EditorActionEvent.eventName, { bubbles: true, composed: true });
    this.action = action;
  }
}

declare global {
  interface HTMLElementEventMap {
    'connect-chat-editor-action': EditorActionEvent;
  }
}
