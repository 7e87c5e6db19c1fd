import { expect, fixture, html } from '@open-wc/testing';
import {
  renderAccountTable,
  type AccountTable,
} from '../../../../../console/admin/accounts/elements/render-account-table.js';
import { ada, maria, samir } from '../../../../support/console/open-accounts.js';
import { named, press } from '../../../../support/console/press.js';

const table = (change: Partial<AccountTable> = {}): AccountTable => ({
  accounts: [ada, maria, samir],
  queues: [
    { queueId: 'default', name: 'Everybody' },
    { queueId: 'sales', name: 'Sales' },
  ],
  ownId: 'a1',
  onAsk: () => undefined,
  onEnable: () => undefined,
  ...change,
});
const open = (change: Partial<AccountTable> = {}) =>
  fixture<HTMLElement>(html`<div>${renderAccountTable(table(change))}</div>`);
const cellsOf = (place: HTMLElement, row: number) =>
  [...place.querySelectorAll('tbody tr')[row]!.children]
    .slice(0, 5)
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('the table of accounts', () => {
  it('is accessible, and has a name', async () => {
    const place = await open();
    await expect(place).to.be.accessible();
    expect(place.querySelector('caption')!.textContent.trim()).to.equal('Staff accounts');
  });

  it('shows each account with its role, its queues and whether it is active', async () => {
    const place = await open();
    expect(cellsOf(place, 1)).to.deep.equal([
      'Maria maria',
      'Agent',
      'Queues: Everybody, Sales',
      'Chats at once: 3',
      'Active',
    ]);
    expect(cellsOf(place, 0).slice(1)).to.deep.equal([
      'Administrator',
      'Queues: None',
      'Chats at once: 3',
      'You',
    ]);
    expect(cellsOf(place, 2).at(-1)).to.equal('Disabled');
  });

  it('shows a queue by its id where it has no name any more', async () => {
    const place = await open({ accounts: [{ ...maria, queues: ['gone'] }] });
    expect(cellsOf(place, 0)[2]).to.equal('Queues: gone');
  });

  it('is headed by the name of each account: its cells belong to it', async () => {
    const headings = (await open()).querySelectorAll('tbody th[scope="row"]');
    expect(headings).to.have.length(3);
  });

  it('names each button with the account that it changes', async () => {
    const asked: unknown[] = [];
    const place = await open({ onAsk: (question) => asked.push(question) });
    press(place, 'Edit Maria');
    press(place, 'Reset password of Maria');
    press(place, 'Disable Maria');
    expect(asked).to.deep.equal([
      { kind: 'edit', account: maria },
      { kind: 'password', account: maria },
      { kind: 'disable', account: maria },
    ]);
  });

  it('enables a disabled account without a question', async () => {
    const enabled: unknown[] = [];
    const place = await open({
      onEnable: (account) => enabled.push(account),
      onAsk: () => expect.fail('asked'),
    });
    press(place, 'Enable Samir');
    expect(enabled).to.deep.equal([samir]);
  });

  it('lets nobody disable the own account', async () => {
    expect(named(await open(), 'Disable Ada')).to.have.length(0);
  });
});
