import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { controls } from '../../../theme/controls.styles.js';
import { DismissEvent } from '../../../forms/dismiss-event.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { describedBy, renderChoice, renderField, type Field } from '../../../forms/render-field.js';
import { asRefusal, type ServiceRequest } from '../../../request/service-request.js';
import { adminStyles } from '../../theme/admin.styles.js';
import {
  chatsRule,
  checkForm,
  passwordRule,
  pictureRule,
  roleNames,
  toBody,
  toField,
  toForm,
  type Account,
  type AccountForm,
  type FormErrors,
  type Role,
} from '../state/account-form.js';
import type { QueueChoice } from '../../state/flow-and-queue.js';

/**
 * @summary The form of an account: a new one, or one that is there.
 * @event connect-chat-dismiss - Nothing was changed.
 */
export class AccountDialog extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles];
  static override properties = {
    request: { attribute: false },
    account: { attribute: false },
    isOwn: { type: Boolean },
    queues: { attribute: false },
    onDone: { attribute: false },
    form: { state: true },
    errors: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };

  declare request: ServiceRequest;
  /** The account to change; left out for a new one. */
  declare account: Account | undefined;
  /** Whether it is one's own: its role stays. */
  declare isOwn: boolean;
  declare queues: readonly QueueChoice[];
  /** Told what the service made of it. */
  declare onDone: (account: Account) => void;
  declare protected form: AccountForm;
  declare protected errors: FormErrors;
  declare protected problem: string;
  declare protected isBusy: boolean;

  constructor() {
    super();
    this.isOwn = false;
    this.queues = [];
    this.form = toForm();
    this.errors = {};
    this.problem = '';
    this.isBusy = false;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('account')) this.form = toForm(this.account);
  }

  protected async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    const { account } = this;
    this.problem = '';
    this.errors = checkForm(this.form, !account);
    if (Object.keys(this.errors).length > 0) return this.focusFirstWrong();
    const body = toBody(this.form, account);
    // Saving what is as it was leaves nothing to ask the service.
    if (Object.keys(body).length === 0) return this.dismiss();
    this.isBusy = true;
    try {
      const path = account ? `/api/agents/${encodeURIComponent(account.agentId)}` : '/api/agents';
      this.onDone((await this.request(account ? 'PATCH' : 'POST', path, body)) as Account);
    } catch (reason) {
      const { code, pointer, message } = asRefusal(reason);
      const field = toField(code, pointer);
      if (field) this.errors = { [field]: message };
      else this.problem = message;
      await this.focusFirstWrong();
    }
    this.isBusy = false;
  }

  private dismiss(): void {
    this.dispatchEvent(new DismissEvent());
  }

  private async focusFirstWrong(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  private set<Name extends keyof AccountForm>(name: Name): (value: AccountForm[Name]) => void {
    return (value) => (this.form = { ...this.form, [name]: value });
  }

  override render() {
    const { account } = this;
    return html`<connect-chat-staff-dialog heading=${account ? `Edit ${account.displayName}` : 'Add account'}>
      <form class="stack" novalidate @submit=${this.handleSubmit}>
        <div role="alert">${this.problem ? html`<p class="alert">${this.problem}</p>` : nothing}</div>
        ${this.renderText('username', { label: 'Username', autocomplete: 'off' })}
        ${this.renderText('displayName', { label: 'Name', hint: 'Shown to visitors.' })}
        ${
          account
            ? nothing
            : this.renderText('password', {
                ...{ label: 'Password', type: 'password', hint: passwordRule },
                autocomplete: 'new-password',
              })
        }
        ${this.isOwn ? nothing : this.renderRole()} ${this.renderQueues()}
        ${this.renderText('maxChats', { label: 'Chats at once', type: 'number', hint: chatsRule })}
        ${this.renderText('pictureUrl', {
          ...{ label: 'Picture', type: 'url', isOptional: true },
          hint: `Shown to visitors instead of initials. ${pictureRule}`,
        })}
        <div class="actions end">
          <button type="button" @click=${this.dismiss}>Cancel</button>
          <button type="submit" class="primary" aria-disabled=${this.isBusy ? 'true' : 'false'}>
            ${this.isBusy ? 'Saving…' : account ? 'Save' : 'Add account'}
          </button>
        </div>
      </form>
    </connect-chat-staff-dialog>`;
  }

  private renderText(
    name: 'username' | 'displayName' | 'password' | 'maxChats' | 'pictureUrl',
    field: Pick<Field, 'label' | 'hint' | 'type' | 'autocomplete' | 'isOptional'>,
  ) {
    return renderField({
      ...field,
      name,
      value: this.form[name],
      error: this.errors[name],
      onInput: this.set(name),
    });
  }

  private renderRole() {
    return renderChoice({
      name: 'role',
      label: 'Role',
      value: this.form.role,
      options: Object.entries(roleNames).map(([value, text]) => ({ value, text })),
      onChoose: (value) => this.set('role')(value as Role),
    });
  }

  private renderQueues() {
    const { queues: chosen } = this.form;
    const toggle = (queueId: string) => () =>
      this.set('queues')(
        chosen.includes(queueId) ? chosen.filter((each) => each !== queueId) : [...chosen, queueId],
      );
    const error = this.errors.queues;
    return html`<fieldset
      class="queues"
      aria-describedby=${describedBy({ name: 'queues', label: 'Queues', error })}
    >
      <legend>Queues</legend>
      ${this.queues.map(
        ({ queueId, name }) =>
          html`<label class="check">
            <input
              type="checkbox"
              aria-invalid=${error ? 'true' : 'false'}
              .checked=${live(chosen.includes(queueId))}
              @change=${toggle(queueId)}
            />
            ${name}
          </label>`,
      )}
      ${error ? html`<p class="error" id="queues-error">${error}</p>` : nothing}
    </fieldset>`;
  }
}
