import { LitElement, html, nothing } from 'lit';
import { controls } from '../../controls.styles.js';
import { fieldStyles } from '../../forms/field.styles.js';
import { asRefusal, type ServiceRequest } from '../../service-request.js';
import { adminStyles } from '../admin.styles.js';
import { roleNames, type Account } from './account-form.js';
import { accountListStyles } from './account-list.styles.js';

/** A queue that agents may serve. */
export interface QueueChoice {
  queueId: string;
  name: string;
}

type Question = { kind: 'edit'; account?: Account } | { kind: 'password' | 'disable'; account: Account };

/**
 * @summary Staff accounts: added, changed, given a new password, shut.
 */
export class AccountList extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, accountListStyles];
  static override properties = {
    request: { attribute: false },
    ownId: {},
    accounts: { state: true },
    queues: { state: true },
    question: { state: true },
    problem: { state: true },
    news: { state: true },
    refusal: { state: true },
    isBusy: { state: true },
  };

  declare request: ServiceRequest;
  /** The account that is signed in. */
  declare ownId: string;
  declare protected accounts: Account[] | undefined;
  declare protected queues: QueueChoice[];
  declare protected question: Question | undefined;
  declare protected problem: string;
  declare protected news: string;
  /** Why an account could not be disabled. */
  declare protected refusal: string;
  declare protected isBusy: boolean;

  constructor() {
    super();
    this.ownId = '';
    this.queues = [];
    this.problem = '';
    this.news = '';
    this.refusal = '';
    this.isBusy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.load());
  }

  private async load(): Promise<void> {
    this.problem = '';
    try {
      const [accounts, queues] = await Promise.all([
        this.request('GET', '/api/agents'),
        this.request('GET', '/api/queues'),
      ]);
      this.accounts = accounts as Account[];
      this.queues = queues as QueueChoice[];
    } catch (reason) {
      this.problem = asRefusal(reason).message;
    }
  }

  private retry(): void {
    // The button that was pressed goes away; without this the focus would be lost with it.
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    void this.load();
  }

  private ask(question: Question): void {
    this.news = '';
    this.problem = '';
    this.refusal = '';
    this.question = question;
  }

  /** Takes up what the service made of an account, and says what was done; `question` is what asked for it. */
  private take(account: Account, done: string, question: Question | undefined): void {
    const accounts = this.accounts ?? [];
    const isKnown = accounts.some(({ agentId }) => agentId === account.agentId);
    this.accounts = isKnown
      ? accounts.map((each) => (each.agentId === account.agentId ? account : each))
      : [...accounts, account];
    // An answer may come after its dialog was left by Escape; another dialog that is open by then stays.
    if (this.question === question) this.question = undefined;
    this.problem = '';
    this.news = `${account.displayName} ${done}.`;
  }

  private async setDisabled(account: Account, disabled: boolean): Promise<void> {
    if (this.isBusy) return;
    const { question } = this;
    this.isBusy = true;
    this.refusal = '';
    this.problem = '';
    try {
      const path = `/api/agents/${encodeURIComponent(account.agentId)}`;
      const changed = (await this.request('PATCH', path, { disabled })) as Account;
      this.take(changed, disabled ? 'is disabled' : 'is enabled', question);
    } catch (reason) {
      const { message } = asRefusal(reason);
      if (question && this.question === question) this.refusal = message;
      else this.problem = message;
    }
    this.isBusy = false;
  }

  override render() {
    return html`<div class="head">
        <h1 tabindex="-1">Accounts</h1>
        <button type="button" class="primary" @click=${() => this.ask({ kind: 'edit' })}>Add account</button>
      </div>
      <p role="status" class="news">${this.news}</p>
      <div role="alert">
        ${
          this.problem
            ? html`<p class="alert">
                ${this.problem}
                ${this.accounts ? nothing : html`<button type="button" class="small" @click=${this.retry}>Try again</button>`}
              </p>`
            : nothing
        }
      </div>
      ${this.accounts ? this.renderTable(this.accounts) : this.renderWaiting()}
      ${this.question ? this.renderQuestion(this.question) : nothing}`;
  }

  private renderWaiting() {
    return this.problem ? nothing : html`<p class="muted" role="status">Loading…</p>`;
  }

  private renderTable(accounts: readonly Account[]) {
    return html`<div class="card">
      <table>
        <caption class="visually-hidden">
          Staff accounts
        </caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">Queues</th>
            <th scope="col">Chats at once</th>
            <th scope="col">State</th>
            <th scope="col"><span class="visually-hidden">Actions</span></th>
          </tr>
        </thead>
        <tbody>
          ${accounts.map((account) => this.renderAccount(account))}
        </tbody>
      </table>
    </div>`;
  }

  private renderAccount(account: Account) {
    const { agentId, displayName, username, role, queues, maxChats, disabled } = account;
    const nameOf = (id: string) => this.queues.find(({ queueId }) => queueId === id)?.name ?? id;
    const isOwn = agentId === this.ownId;
    return html`<tr>
      <th scope="row">
        ${displayName}
        <span class="muted">${username}</span>
      </th>
      <td>${roleNames[role]}</td>
      <td class="queue-names">
        <span class="narrow">Queues: </span>${queues.map(nameOf).join(', ') || 'None'}
      </td>
      <td><span class="narrow">Chats at once: </span>${maxChats}</td>
      <td>${renderState(isOwn, disabled)}</td>
      <td>
        <div class="actions">
          ${this.renderAction('Edit', account, () => this.ask({ kind: 'edit', account }))}
          ${this.renderAction('Reset password', account, () => this.ask({ kind: 'password', account }))}
          ${isOwn ? nothing : this.renderSwitch(account)}
        </div>
      </td>
    </tr>`;
  }

  private renderSwitch(account: Account) {
    return account.disabled
      ? this.renderAction('Enable', account, () => void this.setDisabled(account, false))
      : this.renderAction('Disable', account, () => this.ask({ kind: 'disable', account }));
  }

  private renderAction(name: string, { displayName }: Account, act: () => void) {
    const label = name === 'Reset password' ? `Reset password of ${displayName}` : `${name} ${displayName}`;
    return html`<button type="button" class="small" aria-label=${label} @click=${act}>${name}</button>`;
  }

  private renderQuestion(question: Question) {
    const dismiss = () => (this.question = undefined);
    if (question.kind === 'disable') return this.renderDisable(question.account, dismiss);
    if (question.kind === 'password')
      return html`<connect-chat-password-dialog
        .request=${this.request}
        .account=${question.account}
        .onDone=${(account: Account) => this.take(account, 'has a new password', question)}
        @connect-chat-dismiss=${dismiss}
      ></connect-chat-password-dialog>`;
    const done = question.account ? 'is saved' : 'was added';
    return html`<connect-chat-account-dialog
      .request=${this.request}
      .account=${question.account}
      .isOwn=${question.account?.agentId === this.ownId}
      .queues=${this.queues}
      .onDone=${(account: Account) => this.take(account, done, question)}
      @connect-chat-dismiss=${dismiss}
    ></connect-chat-account-dialog>`;
  }

  private renderDisable(account: Account, dismiss: () => void) {
    return html`<connect-chat-staff-dialog
      heading="Disable ${account.displayName}?"
      @connect-chat-dismiss=${dismiss}
    >
      <div role="alert">${this.refusal ? html`<p class="alert">${this.refusal}</p>` : nothing}</div>
      <p>${account.displayName} is signed out at once, and gets no chats until enabled again.</p>
      <div class="actions end">
        <button type="button" data-focus @click=${dismiss}>Cancel</button>
        <button
          type="button"
          class="bad"
          aria-disabled=${this.isBusy ? 'true' : 'false'}
          @click=${() => this.setDisabled(account, true)}
        >
          ${this.isBusy ? 'Saving…' : 'Disable'}
        </button>
      </div>
    </connect-chat-staff-dialog>`;
  }
}

function renderState(isOwn: boolean, isDisabled: boolean) {
  if (isOwn) return html`<span class="badge">You</span>`;
  return isDisabled
    ? html`<span class="badge warn">Disabled</span>`
    : html`<span class="badge good">Active</span>`;
}
