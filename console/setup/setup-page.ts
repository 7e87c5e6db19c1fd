import { LitElement, html, nothing } from 'lit';
import { controls } from '../theme/controls.styles.js';
import { fieldStyles } from '../forms/field.styles.js';
import { formStyles } from '../forms/form.styles.js';
import { renderField, type Field } from '../forms/render-field.js';
import { chatIcon } from '../theme/icons.js';
import { asRefusal, type ServiceRefusal, type ServiceRequest } from '../request/service-request.js';
import { theme } from '../theme/theme.styles.js';
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
    link: { state: true },
  };

  /** Reaches the service. */
  declare request: ServiceRequest;
  /** What the link carries; empty when the page was opened without it. */
  declare token: string;

  declare protected account: AccountDraft;
  declare protected errors: AccountErrors;
  declare protected problem: string;
  declare protected isBusy: boolean;
  /** Whether the link still works; until the service has said so, only that is shown. */
  declare protected link: 'unknown' | 'good' | 'refused';

  constructor() {
    super();
    this.token = '';
    this.account = { username: '', displayName: '', password: '' };
    this.errors = {};
    this.problem = '';
    this.isBusy = false;
    this.link = 'unknown';
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
      this.link = 'refused';
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

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // A new link opened in the same tab changes only the address behind the #.
    if (changed.has('token') && this.token) void this.checkLink(this.token);
  }

  /** A service that cannot be reached says so when the form is sent; only a refusal is worth saying before. */
  private async checkLink(token: string): Promise<void> {
    this.link = 'unknown';
    const refusal = await this.request('GET', '/api/setup', undefined, { 'x-setup-token': token }).then(
      () => undefined,
      asRefusal,
    );
    if (token === this.token) this.link = refusal?.code === 'SETUP_LINK_REFUSED' ? 'refused' : 'good';
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
    if (!this.token) return renderNoLink();
    if (this.link === 'unknown')
      return html`<h1>Set up Connect Chat</h1>
        <p class="lead" role="status">Checking your link…</p>`;
    return this.link === 'refused' ? renderRefusedLink() : this.renderForm();
  }

  private renderForm() {
    return html`<h1>Create your administrator account</h1>
      <p class="lead">With this account you set up widgets and answer chats. You can add colleagues later.</p>
      <div role="alert">${this.problem ? html`<p class="alert">${this.problem}</p>` : nothing}</div>
      <form novalidate @submit=${this.handleSubmit}>
        ${this.renderAccountField('username', { label: 'Username', autocomplete: 'username' })}
        ${this.renderAccountField('displayName', {
          label: 'Your name',
          autocomplete: 'name',
          hint: 'Visitors see this name when you reply.',
        })}
        ${this.renderAccountField('password', {
          label: 'Password',
          type: 'password',
          autocomplete: 'new-password',
          hint: `At least ${passwordCharacters} characters. A short passphrase works well.`,
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
  html`<h1 tabindex="-1">Your set-up link is incomplete</h1>
    <p class="lead">
      Open the whole link that the service printed when it started, including everything after the #. It looks
      like
      <code>/setup/#…</code>
    </p>
    ${renderElsewhere()}`;

const renderRefusedLink = () =>
  html`<h1 tabindex="-1">This link has already been used or has expired</h1>
    <p class="lead">
      A set-up link works once, within a day. If there's no account yet, restart the service to get a new
      link.
    </p>
    ${renderElsewhere()}`;

const renderElsewhere = () => html`<p>Already have an account? <a href="/agent/">Sign in</a></p>`;
