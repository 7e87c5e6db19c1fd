import { expect } from '@open-wc/testing';
import type { Account } from '../../../../../console/admin/accounts/state/account-form.js';
import type { AccountList } from '../../../../../console/admin/accounts/elements/account-list.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { control, deepAll, named, press, settle, type } from '../../../../support/console/press.js';
import {
  account,
  askedOf,
  focusedName,
  headingOf,
  isAsking,
  maria,
  newsOf,
  openDialog,
  rowsOf,
  serve,
  submit,
} from '../../../../support/console/open-accounts.js';

describe('adding an account', () => {
  const maya = account({ agentId: 'a4', username: 'maya', displayName: 'Maya', queues: ['sales'] });

  async function fillIn(list: AccountList): Promise<void> {
    type(list, 'Username', ' maya ');
    type(list, 'Name', 'Maya');
    type(list, 'Password', 'four words in a row');
    await settle();
    press(list, 'Everybody');
    await settle();
    press(list, 'Sales');
    await settle();
  }

  it('sends the form, shows the new account, and confirms it', async () => {
    const service = serve({ 'POST /api/agents': maya });
    const list = await openDialog('Add account', service);
    await fillIn(list);
    const role = control<HTMLSelectElement>(list, 'Role');
    role.value = 'supervisor';
    role.dispatchEvent(new Event('change'));
    type(list, 'Chats at once', '5');
    type(list, 'Picture', 'https://shop.example/maya.png');
    await submit(list);
    const body = {
      username: 'maya',
      displayName: 'Maya',
      password: 'four words in a row',
      role: 'supervisor',
      queues: ['sales'],
      maxChats: 5,
      pictureUrl: 'https://shop.example/maya.png',
    };
    expect(askedOf(service)).to.deep.equal([{ method: 'POST', path: '/api/agents', body }]);
    expect(isAsking(list)).to.equal(false);
    expect(newsOf(list)).to.equal('Maya was added.');
    expect(rowsOf(list)[3]).to.include('Maya');
    expect(focusedName()).to.equal('Add account');
  });

  it('sends no request while a field is invalid, and focuses the first invalid field', async () => {
    const service = serve();
    const list = await openDialog('Add account', service);
    type(list, 'Username', 'maya');
    await submit(list);
    expect(askedOf(service)).to.deep.equal([]);
    expect(focusedName()).to.equal('Name');
    expect(control(list, 'Password').getAttribute('aria-describedby')).to.include('password-error');
    await expect(list).to.be.accessible();
  });

  it('shows a taken username beside its field, and keeps the input', async () => {
    const refusal = new ServiceRefusal('USERNAME_TAKEN', 409, 'This username is taken.');
    const list = await openDialog('Add account', serve({ 'POST /api/agents': refusal }));
    await fillIn(list);
    await submit(list);
    expect(deepAll(list, '#username-error')[0]?.textContent).to.equal('This username is taken.');
    expect(focusedName()).to.equal('Username');
    expect(control<HTMLInputElement>(list, 'Name').value).to.equal('Maya');
  });

  it('shows a refused queue beside the queues', async () => {
    const refusal = new ServiceRefusal('REQUEST_INVALID', 400, 'There is no such queue.', {
      pointer: '/queues/0',
    });
    const list = await openDialog('Add account', serve({ 'POST /api/agents': refusal }));
    await fillIn(list);
    await submit(list);
    const group = deepAll(list, 'fieldset')[0]!;
    expect(group.getAttribute('aria-describedby')).to.equal('queues-error');
    expect(deepAll(list, '#queues-error')[0]?.textContent).to.equal('There is no such queue.');
    expect(focusedName()).to.equal('Everybody');
    await expect(list).to.be.accessible();
  });

  it('shows any other refusal above the form, which can be sent again', async () => {
    const service = serve({ 'POST /api/agents': new ServiceRefusal('UNREACHABLE', 0, 'Not reached.') });
    const list = await openDialog('Add account', service);
    await fillIn(list);
    await submit(list);
    expect(deepAll(list, 'form [role=alert]')[0]?.textContent).to.include('Not reached.');
    service.answers['POST /api/agents'] = maya;
    await submit(list);
    expect(newsOf(list)).to.equal('Maya was added.');
  });

  it('sends one request, and shows that it is saving', async () => {
    let answer: (created: Account) => void = () => undefined;
    const service = serve({
      'POST /api/agents': () => new Promise<Account>((resolve) => (answer = resolve)),
    });
    const list = await openDialog('Add account', service);
    await fillIn(list);
    await submit(list);
    expect(control(list, 'Saving…').getAttribute('aria-disabled')).to.equal('true');
    await submit(list);
    expect(askedOf(service)).to.have.length(1);
    answer(maya);
    await settle();
    expect(newsOf(list)).to.equal('Maya was added.');
  });

  it('keeps another dialog open when the response to a dismissed one arrives', async () => {
    let answer: (created: Account) => void = () => undefined;
    const service = serve({
      'POST /api/agents': () => new Promise<Account>((resolve) => (answer = resolve)),
    });
    const list = await openDialog('Add account', service);
    await fillIn(list);
    await submit(list);
    press(list, 'Cancel');
    await settle();
    press(list, 'Edit Maria');
    await settle();
    answer(maya);
    await settle();
    expect(headingOf(list)).to.equal('Edit Maria');
    expect(rowsOf(list)).to.have.length(4);
  });
});

describe('changing an account', () => {
  it('sends only changed members', async () => {
    const changed = { ...maria, displayName: 'Maria B', queues: ['default'] };
    const service = serve({ 'PATCH /api/agents/a2': changed });
    const list = await openDialog('Edit Maria', service);
    expect(control<HTMLInputElement>(list, 'Username').value).to.equal('maria');
    expect(named(list, 'Password')).to.have.length(0);
    type(list, 'Name', 'Maria B');
    await settle();
    press(list, 'Sales');
    await settle();
    await submit(list);
    expect(askedOf(service)).to.deep.equal([
      {
        method: 'PATCH',
        path: '/api/agents/a2',
        body: { displayName: 'Maria B', queues: ['default'] },
      },
    ]);
    expect(rowsOf(list)[1]).to.include('Maria B').and.not.to.include('Sales');
    expect(newsOf(list)).to.equal('Maria B was updated.');
  });

  it('sends no request if nothing changed', async () => {
    const service = serve();
    const list = await openDialog('Edit Maria', service);
    await submit(list);
    expect(askedOf(service)).to.deep.equal([]);
    expect(isAsking(list)).to.equal(false);
  });

  it('shows a refusal above the form, such as that of the last administrator', async () => {
    const refusal = new ServiceRefusal('AGENT_IN_USE', 409, 'The account is needed.');
    const list = await openDialog('Edit Maria', serve({ 'PATCH /api/agents/a2': refusal }));
    type(list, 'Name', 'Maria B');
    await submit(list);
    expect(deepAll(list, 'form [role=alert]')[0]?.textContent).to.include('The account is needed.');
  });

  it("leaves one's own role and state alone", async () => {
    const list = await openDialog('Edit Ada');
    expect(named(list, 'Role')).to.have.length(0);
    expect(control<HTMLInputElement>(list, 'Username').value).to.equal('ada');
    press(list, 'Cancel');
    await settle();
    expect(named(list, 'Disable Ada')).to.have.length(0);
    expect(focusedName()).to.equal('Edit Ada');
  });
});
