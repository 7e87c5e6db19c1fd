import { LitElement, html, nothing } from 'lit';
import { fieldStyles } from '../../../forms/field.styles.js';
import type { ServiceRequest } from '../../../request/service-request.js';
import { LoadedModel } from '../../../state/loaded-model.js';
import { controls } from '../../../theme/controls.styles.js';
import { adminStyles } from '../../theme/admin.styles.js';
import type { Account } from '../state/account-form.js';
import { Accounts } from '../state/accounts.js';
import type { AccountQuestion } from '../state/accounts-state.js';
import { accountListStyles } from './account-list.styles.js';
import { renderAccountTable } from './render-account-table.js';
import { renderDisableDialog } from './render-disable-dialog.js';

/** @summary The page of staff accounts: add, edit, reset a password, disable and enable. */
export class AccountList extends LitElement {
  static override styles = [controls, fieldStyles, adminStyles, accountListStyles];
  static override properties = { request: { attribute: false }, ownId: {} };

  declare request: ServiceRequest;
  /** The id of the user's own account. */
  declare ownId: string;
  private readonly model = new LoadedModel(this, {
    keys: () => [this.request],
    create: () => new Accounts(this.request),
  });

  constructor() {
    super();
    this.ownId = '';
  }

  private get accounts(): Accounts {
    return this.model.value;
  }

  private readonly ask = (question: AccountQuestion): void => this.accounts.ask(question);
  private readonly dismiss = (): void => this.accounts.dismiss();

  private retry(): void {
    // The pressed button disappears, and the focus would be lost with it.
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    void this.accounts.load();
  }

  override render() {
    const { list, queues, news, question } = this.accounts.snapshot;
    return html`<div class="head">
        <h1 tabindex="-1">Accounts</h1>
        <button type="button" class="primary" @click=${() => this.ask({ kind: 'edit' })}>Add account</button>
      </div>
      <p role="status" class="news">${news}</p>
      ${this.renderProblem()}
      ${
        list
          ? renderAccountTable({
              accounts: list,
              queues,
              ownId: this.ownId,
              onAsk: this.ask,
              onEnable: (account) => void this.accounts.setDisabled(account, false),
            })
          : nothing
      }
      ${question ? this.renderQuestion(question) : nothing}`;
  }

  private renderProblem() {
    const { list, problem } = this.accounts.snapshot;
    const retry = list
      ? nothing
      : html`<button type="button" class="small" @click=${this.retry}>Try again</button>`;
    return html`<div role="alert">${problem ? html`<p class="alert">${problem} ${retry}</p>` : nothing}</div>
      ${list || problem ? nothing : html`<p class="muted" role="status">Loading…</p>`}`;
  }

  private renderQuestion(question: AccountQuestion) {
    if (question.kind === 'disable') return this.renderDisable(question.account);
    const { account } = question;
    const onDone = (done: string) => (changed: Account) =>
      this.accounts.take({ account: changed, done, question });
    if (question.kind === 'password')
      return html`<connect-chat-password-dialog
        .request=${this.request}
        .account=${account}
        .onDone=${onDone('has a new password')}
        @connect-chat-dismiss=${this.dismiss}
      ></connect-chat-password-dialog>`;
    return html`<connect-chat-account-dialog
      .request=${this.request}
      .account=${account}
      .isOwn=${account?.agentId === this.ownId}
      .queues=${this.accounts.snapshot.queues}
      .onDone=${onDone(account ? 'was updated' : 'was added')}
      @connect-chat-dismiss=${this.dismiss}
    ></connect-chat-account-dialog>`;
  }

  private renderDisable(account: Account) {
    const { refusal, isBusy } = this.accounts.snapshot;
    return renderDisableDialog({
      displayName: account.displayName,
      refusal,
      isBusy,
      onConfirm: () => void this.accounts.setDisabled(account, true),
      onDismiss: this.dismiss,
    });
  }
}
