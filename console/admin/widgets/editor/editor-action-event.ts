/** The actions of the editor, besides changing a member of its draft. */
export type EditorAction =
  | 'back'
  | 'next'
  | 'save'
  | 'save-and-continue'
  | 'discard'
  | 'show-problem'
  | 'review-conflict'
  | 'keep-mine';

/** Fired by the buttons of the save bar and of the conflict dialog. */
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
