import { LitElement, html } from 'lit';
import { DismissEvent } from '../../../forms/dismiss-event.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { FormSubmission } from '../../../forms/form-submission.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { controls } from '../../../theme/controls.styles.js';
import type { QueueChoice } from '../../state/flow-and-queue.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { checkForm, toBody, toField, toForm, type Account, type AccountForm } from '../state/account-form.js';
import { renderAccountFields } from './render-account-form.js';
import { renderFormDialog } from './render-form-dialog.js';

/**
 * @summary The form of a new or existing account.
 * @event connect-chat-dismiss - The dialog was closed without a change.
 */
export class AccountDialog extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles];
  static override properties = {
    request: { attribute: false },
    account: { attribute: false },
    isOwn: { type: Boolean },
    queues: { attribute: false },
    onDone: { attribute: false },
    values: { state: true },
  };

  declare request: ServiceRequest;
  /** The account to change; undefined for a new one. */
  declare account: Account | undefined;
  /** Whether it is the user's own account, whose role can't be changed. */
  declare isOwn: boolean;
  declare queues: readonly QueueChoice[];
  /** Called with the account as the service returned it. */
  declare onDone: (account: Account) => void;
  declare protected values: AccountForm;
  private readonly form = new FormSubmission<keyof AccountForm>(this, { fieldOf: toField });

  constructor() {
    super();
    this.isOwn = false;
    this.queues = [];
    this.values = toForm();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('account')) this.values = toForm(this.account);
  }

  private async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    const errors = checkForm(this.values, !this.account);
    await this.form.submit({ errors, send: () => this.save() });
  }

  private async save(): Promise<void> {
    const { account } = this;
    const body = toBody(this.values, account);
    // Nothing was changed, so there is nothing to save.
    if (Object.keys(body).length === 0) return this.dismiss();
    const path = account ? `/api/agents/${encodeURIComponent(account.agentId)}` : '/api/agents';
    this.onDone((await this.request(account ? 'PATCH' : 'POST', path, body)) as Account);
  }

  private dismiss(): void {
    this.dispatchEvent(new DismissEvent());
  }

  override render() {
    const { account, isOwn, queues, form, values } = this;
    return renderFormDialog({
      heading: account ? `Edit ${account.displayName}` : 'Add account',
      action: account ? 'Save' : 'Add account',
      state: form.state,
      content: html`${renderAccountFields({
        form: values,
        errors: form.state.errors,
        isKnown: account !== undefined,
        isOwn,
        queues,
        onInput: (change) => (this.values = { ...this.values, ...change }),
      })}`,
      onSubmit: (event) => void this.handleSubmit(event),
      onCancel: () => this.dismiss(),
    });
  }
}
