import { LitElement } from 'lit';
import { DismissEvent } from '../../../forms/dismiss-event.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { FormSubmission } from '../../../forms/form-submission.js';
import { renderField } from '../../../forms/render-field.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { controls } from '../../../theme/controls.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { isPasswordGood, passwordRule, toField, type Account } from '../state/account-form.js';
import { renderFormDialog } from './render-form-dialog.js';

/**
 * @summary Resets the password of an account.
 * @event connect-chat-dismiss - The dialog was closed without a change.
 */
export class PasswordDialog extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles];
  static override properties = {
    request: { attribute: false },
    account: { attribute: false },
    onDone: { attribute: false },
    password: { state: true },
  };

  declare request: ServiceRequest;
  declare account: Account;
  /** Called with the account as the service returned it. */
  declare onDone: (account: Account) => void;
  declare protected password: string;
  private readonly form = new FormSubmission<'password'>(this, {
    fieldOf: (refusal) => (toField(refusal) === 'password' ? 'password' : undefined),
  });

  constructor() {
    super();
    this.password = '';
  }

  private async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const { password, account } = this;
    await this.form.submit({
      errors: isPasswordGood(password) ? {} : { password: passwordRule },
      send: async () => {
        const path = `/api/agents/${encodeURIComponent(account.agentId)}`;
        this.onDone((await this.request('PATCH', path, { password })) as Account);
      },
    });
  }

  override render() {
    const { state } = this.form;
    return renderFormDialog({
      heading: `Reset password of ${this.account.displayName}`,
      action: 'Save',
      state,
      content: this.renderPassword(state.errors.password),
      onSubmit: (event) => void this.handleSubmit(event),
      onCancel: () => this.dispatchEvent(new DismissEvent()),
    });
  }

  private renderPassword(error: string | undefined) {
    return renderField({
      name: 'password',
      label: 'New password',
      type: 'password',
      autocomplete: 'new-password',
      hint: `${passwordRule} ${this.account.displayName} will be signed out everywhere.`,
      value: this.password,
      error,
      onInput: (value) => (this.password = value),
    });
  }
}
