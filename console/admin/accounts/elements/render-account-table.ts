import { html, nothing, type TemplateResult } from 'lit';
import type { QueueChoice } from '../../state/flow-and-queue.js';
import { roleNames, type Account } from '../state/account-form.js';
import type { AccountQuestion } from '../state/accounts-state.js';

/** The accounts of the table, and the handlers of its buttons. */
export interface AccountTable {
  accounts: readonly Account[];
  queues: readonly QueueChoice[];
  /** The user's own account, which they can't disable. */
  ownId: string;
  onAsk: (question: AccountQuestion) => void;
  onEnable: (account: Account) => void;
}

/** Renders the table of staff accounts with their actions. */
export const renderAccountTable = (table: AccountTable): TemplateResult =>
  html`<div class="card">
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
        ${table.accounts.map((account) => renderAccount(table, account))}
      </tbody>
    </table>
  </div>`;

function renderAccount(table: AccountTable, account: Account) {
  const nameOf = (id: string) => table.queues.find(({ queueId }) => queueId === id)?.name ?? id;
  return html`<tr>
    <th scope="row">
      ${account.displayName}
      <span class="muted">${account.username}</span>
    </th>
    <td>${roleNames[account.role]}</td>
    <td class="queue-names">
      <span class="narrow">Queues: </span>${account.queues.map(nameOf).join(', ') || 'None'}
    </td>
    <td><span class="narrow">Chats at once: </span>${account.maxChats}</td>
    <td>${renderState(account.agentId === table.ownId, account.disabled)}</td>
    <td><div class="actions">${renderActions(table, account)}</div></td>
  </tr>`;
}

function renderState(isOwn: boolean, isDisabled: boolean) {
  if (isOwn) return html`<span class="badge">You</span>`;
  return isDisabled
    ? html`<span class="badge warn">Disabled</span>`
    : html`<span class="badge good">Active</span>`;
}

function renderActions(table: AccountTable, account: Account) {
  const { displayName, agentId } = account;
  const ask = (kind: 'edit' | 'password') => () => table.onAsk({ kind, account });
  return html`${renderAction('Edit', `Edit ${displayName}`, ask('edit'))}
  ${renderAction('Reset password', `Reset password of ${displayName}`, ask('password'))}
  ${agentId === table.ownId ? nothing : renderSwitch(table, account)}`;
}

/** One button enables and disables, so that the focus stays on it after the change. */
function renderSwitch({ onAsk, onEnable }: AccountTable, account: Account) {
  const { displayName, disabled } = account;
  const name = disabled ? 'Enable' : 'Disable';
  const act = () => (disabled ? onEnable(account) : onAsk({ kind: 'disable', account }));
  return renderAction(name, `${name} ${displayName}`, act);
}

const renderAction = (name: string, label: string, act: () => void) =>
  html`<button type="button" class="small" aria-label=${label} @click=${act}>${name}</button>`;
