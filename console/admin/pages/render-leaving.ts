import { html, type TemplateResult } from 'lit';

/** The question before unsaved changes are lost, and its handlers. */
export interface Leaving {
  onLeave: () => void;
  onStay: () => void;
}

export const renderLeaving = ({ onLeave, onStay }: Leaving): TemplateResult =>
  html`<connect-chat-staff-dialog heading="Leave without saving?" @connect-chat-dismiss=${onStay}>
    <p>Your changes will be lost.</p>
    <div class="actions end">
      <button type="button" class="bad" @click=${onLeave}>Leave without saving</button>
      <button type="button" class="primary" data-focus @click=${onStay}>Keep editing</button>
    </div>
  </connect-chat-staff-dialog>`;
