import { LitElement, html, nothing } from 'lit';
import { controls } from '../../../theme/controls.styles.js';
import { fieldStyles } from '../../../forms/field.styles.js';
import { LoadedState } from '../../../state/loaded-state.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { adminStyles } from '../../theme/admin.styles.js';
import { roleNames, type Account } from '../state/account-form.js';
import { accountListStyles } from './account-list.styles.js';
import { Accounts, type AccountQuestion } from '../state/accounts.js';

/**
 * @summary Staff accounts: added, changed, given a new password, disabled.
 */
export class AccountList extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, accountListStyles];
  static override properties = { request: { attribute: false }, ownId: {} };

  declare request: ServiceRequest;
  /** The account that is signed in. */
  declare ownId: string;
  private readonly state = new LoadedState(this, (request) => new Accounts(request));

  constructor() {
    super();
    this.ownId = '';
  }

  private retry(): void {
    // The button that was pressed goes away; without this the focus would be lost with it.
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    void this.accounts.load();
  }

  private get accounts(): Accounts {
    return this.state.value;
  }

  override render() {
    const { list, news, problem, question } = this.accounts;
    return html`<div class="head">
        <h1 tabindex="-1">Accounts</h1>
        <button type="button" class="primary" @click=${() => this.accounts.ask({ kind: 'edit' })}>
          Add account
        </button>
      </div>
      <p role="status" class="news">${news}</p>
      <div role="alert">
        ${
          problem
            ? html`<p class="alert">
                ${problem}
                ${list ? nothing : html`<button type="button" class="small" @click=${this.retry}>Try again</button>`}
              </p>`
            : nothing
        }
      </div>
      ${list ? this.renderTable(list) : this.renderWaiting()}
      ${question ? this.renderQuestion(question) : nothing}`;
  }

  private renderWaiting() {
    return this.accounts.problem ? nothing : html`<p class="muted" role="status">Loading…</p>`;
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
            <th scope="col">Status</th>
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
    const nameOf = (id: string) => this.accounts.queues.find(({ queueId }) => queueId === id)?.name ?? id;
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
          ${this.renderAction('Edit', account, () => this.accounts.ask({ kind: 'edit', account }))}
          ${this.renderAction('Reset password', account, () => this.accounts.ask({ kind: 'password', account }))}
          ${isOwn ? nothing : this.renderSwitch(account)}
        </div>
      </td>
    </tr>`;
  }

  private renderSwitch(account: Account) {
    return account.disabled
      ? this.renderAction('Enable', account, () => void this.accounts.setDisabled(account, false))
      : this.renderAction('Disable', account, () => this.accounts.ask({ kind: 'disable', account }));
  }

  private renderAction(name: string, { displayName }: Account, act: () => void) {
    const label = name === 'Reset password' ? `Reset password of ${displayName}` : `${name} ${displayName}`;
    return html`<button type="button" class="small" aria-label=${label} @click=${act}>${name}</button>`;
  }

  private renderQuestion(question: AccountQuestion) {
    const dismiss = () => this.accounts.dismiss();
    if (question.kind === 'disable') return this.renderDisable(question.account, dismiss);
    if (question.kind === 'password')
      return html`<connect-chat-password-dialog
        .request=${this.request}
        .account=${question.account}
        .onDone=${(account: Account) => this.accounts.take(account, 'has a new password', question)}
        @connect-chat-dismiss=${dismiss}
      ></connect-chat-password-dialog>`;
    const done = question.account ? 'was updated' : 'was added';
    return html`<connect-chat-account-dialog
      .request=${this.request}
      .account=${question.account}
      .isOwn=${question.account?.agentId === this.ownId}
      .queues=${this.accounts.queues}
      .onDone=${(account: Account) => this.accounts.take(account, done, question)}
      @connect-chat-dismiss=${dismiss}
    ></connect-chat-account-dialog>`;
  }

  private renderDisable(account: Account, dismiss: () => void) {
    return html`<connect-chat-staff-dialog
      heading="Disable ${account.displayName}?"
      @connect-chat-dismiss=${dismiss}
    >
      <div role="alert">
        ${this.accounts.refusal ? html`<p class="alert">${this.accounts.refusal}</p>` : nothing}
      </div>
      <p>
        ${account.displayName} will be signed out immediately, and won’t get chats until you enable the
        account again.
      </p>
      <div class="actions end">
        <button type="button" data-focus @click=${dismiss}>Cancel</button>
        <button
          type="button"
          class="bad"
          aria-disabled=${this.accounts.isBusy ? 'true' : 'false'}
          @click=${() => this.accounts.setDisabled(account, true)}
        >
          ${this.accounts.isBusy ? 'Saving…' : 'Disable'}
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
