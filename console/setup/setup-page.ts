import { LitElement, html } from 'lit';
import { fieldStyles } from '../forms/field.styles.js';
import { FormSubmission } from '../forms/form-submission.js';
import { formStyles } from '../forms/form.styles.js';
import type { ServiceRequest } from '../request/service-request.js';
import { LoadedModel } from '../state/loaded-model.js';
import { controls } from '../theme/controls.styles.js';
import { chatIcon } from '../theme/icons.js';
import { theme } from '../theme/theme.styles.js';
import { AccountCreatedEvent } from './account-created-event.js';
import { checkAccount, emptyAccount, toAccount, toField, type AccountDraft } from './account-draft.js';
import { renderChecking, renderIncompleteLink, renderRefusedLink, renderSetupForm } from './render-setup.js';
import { SetupLink } from './setup-link.js';

/**
 * @summary The page of the one-time set-up link: creates the first administrator.
 * @event connect-chat-account-created - The account exists and is signed in.
 */
export class SetupPage extends LitElement {
  static override styles = [theme, controls, fieldStyles, formStyles];
  static override properties = {
    request: { attribute: false },
    token: { attribute: false },
    account: { state: true },
  };

  /** Sends requests to the service. */
  declare request: ServiceRequest;
  /**
   * The token of the link; empty if the page was opened without one. The user may open another link in the same tab.
   */
  declare token: string;
  declare protected account: AccountDraft;
  private readonly link = new LoadedModel(this, {
    keys: () => [this.token],
    create: () => new SetupLink(this.request, this.token),
  });
  private readonly form = new FormSubmission<keyof AccountDraft>(this, { fieldOf: toField });

  constructor() {
    super();
    this.token = '';
    this.account = emptyAccount;
  }

  private handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    return this.form.submit({ errors: checkAccount(this.account), send: () => this.create() });
  }

  private async create(): Promise<void> {
    const outcome = await this.link.value.createAccount(toAccount(this.account));
    if (outcome === 'created') return void this.dispatchEvent(new AccountCreatedEvent());
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  override render() {
    return html`<main class="page">
      <div class="card">
        <div class="mark">${chatIcon}</div>
        ${this.renderContent()}
      </div>
    </main>`;
  }

  private renderContent() {
    switch (this.link.value.snapshot.status) {
      case 'incomplete':
        return renderIncompleteLink();
      case 'unknown':
        return renderChecking();
      case 'refused':
        return renderRefusedLink();
      case 'good':
        return renderSetupForm({
          account: this.account,
          state: this.form.state,
          onInput: (change) => (this.account = { ...this.account, ...change }),
          onSubmit: (event) => void this.handleSubmit(event),
        });
    }
  }
}
