import { html, nothing, type TemplateResult } from 'lit';
import type { FormState } from '../../../forms/form-state.js';

/** A form in a dialog. */
export interface FormDialog {
  heading: string;
  /** The text of the submit button. */
  action: string;
  state: Pick<FormState<string>, 'problem' | 'isBusy'>;
  content: unknown;
  onSubmit: (event: Event) => void;
  onCancel: () => void;
}

/** Renders a dialog whose form is saved or cancelled. */
export const renderFormDialog = ({
  heading,
  action,
  state: { problem, isBusy },
  content,
  onSubmit,
  onCancel,
}: FormDialog): TemplateResult =>
  html`<connect-chat-staff-dialog heading=${heading}>
    <form class="stack" novalidate @submit=${onSubmit}>
      <div role="alert">${problem ? html`<p class="alert">${problem}</p>` : nothing}</div>
      ${content}
      <div class="actions end">
        <button type="button" @click=${onCancel}>Cancel</button>
        <button type="submit" class="primary" aria-disabled=${isBusy ? 'true' : 'false'}>
          ${isBusy ? 'Saving…' : action}
        </button>
      </div>
    </form>
  </connect-chat-staff-dialog>`;
