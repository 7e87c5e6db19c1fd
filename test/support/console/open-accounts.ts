/** Opens the page of three accounts, Ada's own among them. Responses are keyed by `METHOD path`. */
import { fixture, html } from '@open-wc/testing';
import { AccountDialog } from '../../../console/admin/accounts/elements/account-dialog.js';
import type { Account } from '../../../console/admin/accounts/state/account-form.js';
import { AccountList } from '../../../console/admin/accounts/elements/account-list.js';
import { PasswordDialog } from '../../../console/admin/accounts/elements/password-dialog.js';
import '../../../console/forms/define.js';
import { createFakeService, type FakeService } from './fake-service.js';
import { control, deepAll, nameOf, press, settle } from './press.js';

const elements = {
  'connect-chat-account-dialog': AccountDialog,
  'connect-chat-password-dialog': PasswordDialog,
  'connect-chat-account-list': AccountList,
};
for (const [name, element] of Object.entries(elements))
  if (!customElements.get(name)) customElements.define(name, element);

/** Creates Maria's account with changes. */
export const account = (changes: Partial<Account>): Account => ({
  agentId: 'a2',
  username: 'maria',
  displayName: 'Maria',
  role: 'agent',
  queues: ['default', 'sales'],
  maxChats: 3,
  pictureUrl: '',
  disabled: false,
  ...changes,
});
export const ada = account({ agentId: 'a1', username: 'ada', displayName: 'Ada', role: 'admin', queues: [] });
export const maria = account({});
export const samir = account({ agentId: 'a3', username: 'samir', displayName: 'Samir', disabled: true });

export const serve = (answers: Record<string, unknown> = {}): FakeService =>
  createFakeService({
    'GET /api/agents': [ada, maria, samir],
    'GET /api/queues': [
      { queueId: 'default', name: 'Everybody' },
      { queueId: 'sales', name: 'Sales' },
    ],
    ...answers,
  });

export async function open(service = serve()): Promise<AccountList> {
  const list = await fixture<AccountList>(
    html`<connect-chat-account-list .request=${service.request} .ownId=${'a1'}></connect-chat-account-list>`,
  );
  await settle();
  return list;
}

export async function openDialog(name: string, service = serve()): Promise<AccountList> {
  const list = await open(service);
  // Unlike a user's click, a script's click does not move the focus.
  control(list, name).focus();
  press(list, name);
  await settle();
  return list;
}

/** The requests after the page was loaded. */
export const askedOf = ({ asked }: FakeService) => asked.filter(({ method }) => method !== 'GET');
export const dialogOf = (list: AccountList) => deepAll<HTMLDialogElement>(list, 'dialog')[0];
export const isAsking = (list: AccountList) => dialogOf(list)?.open ?? false;
export const headingOf = (list: AccountList) => deepAll(list, 'dialog h2')[0]?.textContent;
export const newsOf = (list: AccountList) => list.shadowRoot?.querySelector('[role=status]')?.textContent;
export const rowsOf = (list: AccountList) =>
  [...list.shadowRoot!.querySelectorAll<HTMLElement>('tbody tr')].map((row) => row.innerText);

/**
 * Returns the name of the focused element. An assertion on the element itself would hang the browser while it prints
 * it.
 */
export function focusedName(): string {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? nameOf(active) : '';
}

export async function submit(list: AccountList): Promise<void> {
  deepAll(list, 'form button[type=submit]')[0]!.click();
  await settle();
}
