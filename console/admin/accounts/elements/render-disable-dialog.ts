import { html, nothing, type TemplateResult } from 'lit';

/** The question before an account is disabled, and its handlers. */
export interface DisableDialog {
  /** The name of the account. */
  displayName: string;
  /** Why the service refused it, in a sentence. */
  refusal: string;
  isBusy: boolean;
  onConfirm: () => void;
  onDismiss: () => void;
}

/** Renders the question whether an account should be disabled. */
export const renderDisableDialog = ({
  displayName,
  refusal,
  isBusy,
  onConfirm,
  onDismiss,
}: DisableDialog): TemplateResult =>
  html`<connect-chat-staff-dialog heading="Disable ${displayName}?" @connect-chat-dismiss=${onDismiss}>
    <div role="alert">${refusal ? html`<p class="alert">${refusal}</p>` : nothing}</div>
    <p>
      ${displayName} will be signed out immediately, and won’t get chats until you enable the account again.
    </p>
    <div class="actions end">
      <button type="button" data-focus @click=${onDismiss}>Cancel</button>
      <button type="button" class="bad" aria-disabled=${isBusy ? 'true' : 'false'} @click=${onConfirm}>
        ${isBusy ? 'Saving…' : 'Disable'}
      </button>
    </div>
  </connect-chat-staff-dialog>`;
