import { LitElement, html, nothing } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import { DismissEvent } from '../../../forms/dismiss-event.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { renderField } from '../../../forms/render-field.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { isPasswordGood, passwordRule, toField, type Account } from '../state/account-form.js';

/**
 * @summary Gives an account a new password.
 * @event connect-chat-dismiss - The password stays.
 */
export class PasswordDialog extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles];
  static override properties = {
    request: { attribute: false },
    account: { attribute: false },
    onDone: { attribute: false },
    password: { state: true },
    error: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  declare request: ServiceRequest;
  declare account: Account;
  /** Told what the service made of it. */
  declare onDone: (account: Account) => void;
  declare protected password: string;
  /** What is wrong with the password. */
  declare protected error: string;
  /** What else went wrong. */
  declare protected problem: string;
  declare protected isBusy: boolean;

  constructor() {
    super();
    this.password = '';
    this.error = '';
    this.problem = '';
    this.isBusy = false;
  }

  protected async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    this.problem = '';
    this.error = isPasswordGood(this.password) ? '' : passwordRule;
    if (this.error) return this.focusField();
    this.isBusy = true;
    try {
      const path = `/api/agents/${encodeURIComponent(this.account.agentId)}`;
      this.onDone((await this.request('PATCH', path, { password: this.password })) as Account);
    } catch (reason) {
      const { code, pointer, message } = asRefusal(reason);
      if (toField(code, pointer) === 'password') {
        this.error = message;
        this.focusField();
      } else this.problem = message;
    }
    this.isBusy = false;
  }

  private focusField(): void {
    this.renderRoot.querySelector<HTMLElement>('#password')?.focus();
  }

  override render() {
    const { displayName } = this.account;
    return html`<connect-chat-staff-dialog heading="Reset password of ${displayName}">
      <form class="stack" novalidate @submit=${this.handleSubmit}>
        <div role="alert">${this.problem ? html`<p class="alert">${this.problem}</p>` : nothing}</div>
        ${renderField({
          name: 'password',
          label: 'New password',
          type: 'password',
          autocomplete: 'new-password',
          hint: `${passwordRule} ${displayName} will be signed out everywhere.`,
          value: this.password,
          error: this.error,
          onInput: (value) => (this.password = value),
        })}
        <div class="actions end">
          <button type="button" @click=${() => this.dispatchEvent(new DismissEvent())}>Cancel</button>
          <button type="submit" class="primary" aria-disabled=${this.isBusy ? 'true' : 'false'}>
            ${this.isBusy ? 'Saving…' : 'Save'}
          </button>
        </div>
      </form>
    </connect-chat-staff-dialog>`;
  }
}
