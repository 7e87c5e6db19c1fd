import { LitElement, html } from 'lit';
import { controls } from '../../controls.styles.js';
import { DismissEvent } from '../../forms/dismiss-event.js';
import { fieldStyles } from '../../forms/field.styles.js';
import { renderField } from '../../forms/render-field.js';
import { asRefusal, type ServiceRequest } from '../../service-request.js';
import { adminStyles } from '../admin.styles.js';
import { isPasswordGood, passwordRule, type Account } from './account-form.js';

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
    isBusy: { state: true },
  };

  declare request: ServiceRequest;
  declare account: Account;
  /** Told what the service made of it. */
  declare onDone: (account: Account) => void;
  declare protected password: string;
  declare protected error: string;
  declare protected isBusy: boolean;

  constructor() {
    super();
    this.password = '';
    this.error = '';
    this.isBusy = false;
  }

  protected async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    this.error = isPasswordGood(this.password) ? '' : passwordRule;
    if (this.error) return this.focusField();
    this.isBusy = true;
    try {
      const path = `/api/agents/${encodeURIComponent(this.account.agentId)}`;
      this.onDone((await this.request('PATCH', path, { password: this.password })) as Account);
    } catch (reason) {
      this.error = asRefusal(reason).message;
      this.focusField();
    }
    this.isBusy = false;
  }

  private focusField(): void {
    this.renderRoot.querySelector<HTMLElement>('#password')?.focus();
  }

  override render() {
    const { displayName } = this.account;
    return html`<connect-chat-staff-dialog heading="New password of ${displayName}">
      <form class="stack" novalidate @submit=${this.handleSubmit}>
        ${renderField({
          name: 'password',
          label: 'New password',
          type: 'password',
          autocomplete: 'new-password',
          hint: `${passwordRule} ${displayName} is signed out everywhere.`,
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
