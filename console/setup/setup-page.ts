import { LitElement, html, nothing } from 'lit';
import { controls } from '../controls.styles.js';
import { fieldStyles } from '../forms/field.styles.js';
import { formStyles } from '../forms/form.styles.js';
import { renderField, type Field } from '../forms/render-field.js';
import { chatIcon } from '../icons.js';
import { asRefusal, type ServiceRefusal, type ServiceRequest } from '../service-request.js';
import { theme } from '../theme.styles.js';
import { AccountCreatedEvent } from './account-created-event.js';
import {
  checkAccount,
  passwordCharacters,
  toField,
  type AccountDraft,
  type AccountErrors,
} from './account-draft.js';

/** The order in which fields stand, and in which the first wrong one gets the focus. */
const fields = ['username', 'displayName', 'password'] as const;

/**
 * @summary The page behind the one-time set-up link: makes the first administrator.
 * @event connect-chat-account-created - The account exists and is signed in.
 */
export class SetupPage extends LitElement {
  static override styles = [theme, controls, fieldStyles, formStyles];
  static override properties = {
    request: { attribute: false },
    token: { attribute: false },
    account: { state: true },
    errors: { state: true },
    problem: { state: true },
    isBusy: { state: true },
    isLinkRefused: { state: true },
  };

  /** Reaches the service. */
  declare request: ServiceRequest;
  /** What the link carries; empty when the page was opened without it. */
  declare token: string;

  declare protected account: AccountDraft;
  declare protected errors: AccountErrors;
  declare protected problem: string;
  declare protected isBusy: boolean;
  declare protected isLinkRefused: boolean;

  constructor() {
    super();
    this.token = '';
    this.account = { username: '', displayName: '', password: '' };
    this.errors = {};
    this.problem = '';
    this.isBusy = false;
    this.isLinkRefused = false;
  }

  protected async handleSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    this.problem = '';
    this.errors = checkAccount(this.account);
    if (Object.keys(this.errors).length > 0) return this.focusFirstWrong();
    this.isBusy = true;
    const { username, displayName, password } = this.account;
    try {
      const body = {
        token: this.token,
        username: username.trim(),
        displayName: displayName.trim(),
        password,
      };
      await this.request('POST', '/api/setup', body);
      this.dispatchEvent(new AccountCreatedEvent());
    } catch (reason) {
      await this.handleRefusal(asRefusal(reason));
    } finally {
      this.isBusy = false;
    }
  }

  private async handleRefusal(refusal: ServiceRefusal): Promise<void> {
    if (refusal.code === 'SETUP_LINK_REFUSED') {
      this.isLinkRefused = true;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
      return;
    }
    const field = toField(refusal.pointer) ?? (refusal.code === 'USERNAME_TAKEN' ? 'username' : undefined);
    if (!field) {
      this.problem = refusal.message;
      return;
    }
    this.errors = { [field]: refusal.message };
    await this.focusFirstWrong();
  }

  private async focusFirstWrong(): Promise<void> {
    await this.updateComplete;
    const name = fields.find((field) => this.errors[field]);
    if (name) this.renderRoot.querySelector<HTMLInputElement>(`#${name}`)?.focus();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // A new link opened in the same tab changes only the address behind the #.
    if (changed.has('token')) this.isLinkRefused = false;
  }

  override render() {
    return html`<main class="page">
      <div class="card">
        <div class="mark">${chatIcon}</div>
        ${!this.token ? renderNoLink() : this.isLinkRefused ? renderRefusedLink() : this.renderForm()}
      </div>
    </main>`;
  }

  private renderForm() {
    return html`<h1>Create the administrator</h1>
      <p class="lead">This account sets up widgets and may answer chats. You can add colleagues later.</p>
      <div role="alert">${this.problem ? html`<p class="alert">${this.problem}</p>` : nothing}</div>
      <form novalidate @submit=${this.handleSubmit}>
        ${this.renderAccountField('username', { label: 'Username', autocomplete: 'username' })}
        ${this.renderAccountField('displayName', {
          label: 'Your name',
          autocomplete: 'name',
          hint: 'Visitors see it when you answer them.',
        })}
        ${this.renderAccountField('password', {
          label: 'Password',
          type: 'password',
          autocomplete: 'new-password',
          hint: `${passwordCharacters} characters or more. A few words in a row are fine.`,
        })}
        <button class="primary" type="submit" aria-disabled=${this.isBusy ? 'true' : 'false'}>
          ${this.isBusy ? 'Creating…' : 'Create account'}
        </button>
      </form>`;
  }

  private renderAccountField(
    name: keyof AccountDraft,
    field: Pick<Field, 'label' | 'autocomplete' | 'hint' | 'type'>,
  ) {
    const onInput = (value: string) => (this.account = { ...this.account, [name]: value });
    return renderField({ ...field, name, value: this.account[name], error: this.errors[name], onInput });
  }
}

const renderNoLink = () =>
  html`<h1 tabindex="-1">A set-up link is missing</h1>
    <p class="lead">
      Open the link that the service printed when it started, whole, with everything behind the #. It looks
      like
      <code>/setup/#…</code>
    </p>
    <p>Is there an account already? <a href="/agent/">Go to the agent console</a></p>`;

const renderRefusedLink = () =>
  html`<h1 tabindex="-1">This link is used up</h1>
    <p class="lead">
      A set-up link works once, and for a limited time. If nobody has an account yet, start the service again:
      it prints a new link.
    </p>
    <p>Is there an account already? <a href="/agent/">Go to the agent console</a></p>`;
