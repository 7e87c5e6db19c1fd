import { expect } from '@open-wc/testing';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { deepAll, press, settle, textOf } from '../../../../support/console/press.js';
import {
  askedOf,
  dialogOf,
  focusedName,
  isAsking,
  maria,
  newsOf,
  open,
  openDialog,
  rowsOf,
  samir,
  serve,
} from '../../../../support/console/open-accounts.js';

describe('the list of accounts', () => {
  it('is accessible while loading, failed, and complete', async () => {
    const service = serve({ 'GET /api/agents': () => new Promise(() => undefined) });
    const list = await open(service);
    expect(textOf(list)).to.include('Loading…');
    await expect(list).to.be.accessible();
    const failed = await open(serve({ 'GET /api/agents': new ServiceRefusal('UNREACHABLE', 0, 'No.') }));
    await expect(failed).to.be.accessible();
    await expect(await open()).to.be.accessible();
  });

  for (const name of ['Add account', 'Edit Maria', 'Reset password of Maria', 'Disable Maria'])
    it(`is accessible with the dialog of "${name}"`, async () => {
      const list = await openDialog(name);
      expect(isAsking(list)).to.equal(true);
      await expect(list).to.be.accessible();
    });

  it('shows the name, role, queues, number of chats and status of each account', async () => {
    const [own, other, shut] = rowsOf(await open());
    for (const text of ['Ada', 'ada', 'Administrator', 'None', 'You']) expect(own).to.include(text);
    for (const text of ['Maria', 'maria', 'Agent', 'Everybody, Sales', '3', 'Active'])
      expect(other).to.include(text);
    expect(shut).to.include('Disabled').and.not.to.include('Active');
  });

  it('shows why it can’t load, and tries again', async () => {
    const service = serve({ 'GET /api/queues': new ServiceRefusal('UNREACHABLE', 0, 'Not reached.') });
    const list = await open(service);
    expect(list.shadowRoot?.querySelector('[role=alert]')?.textContent).to.include('Not reached.');
    service.answers['GET /api/queues'] = [];
    press(list, 'Try again');
    await settle();
    expect(rowsOf(list)).to.have.length(3);
    expect(textOf(list)).not.to.include('Not reached.');
    expect(focusedName()).to.equal('Accounts');
  });
});

describe('disabling an account', () => {
  const shut = { ...maria, disabled: true };

  it('asks for confirmation, then disables the account', async () => {
    const service = serve({ 'PATCH /api/agents/a2': shut });
    const list = await openDialog('Disable Maria', service);
    expect(textOf(list)).to.include('will be signed out immediately');
    expect(askedOf(service)).to.deep.equal([]);
    press(list, 'Disable');
    await settle();
    expect(askedOf(service)).to.deep.equal([
      { method: 'PATCH', path: '/api/agents/a2', body: { disabled: true } },
    ]);
    expect(newsOf(list)).to.equal('Maria was disabled.');
    expect(rowsOf(list)[1]).to.include('Disabled');
    expect(focusedName()).to.equal('Enable Maria');
  });

  it('changes nothing if cancelled by button or by Escape', async () => {
    const service = serve();
    const list = await openDialog('Disable Maria', service);
    press(list, 'Cancel');
    await settle();
    expect(isAsking(list)).to.equal(false);
    press(list, 'Disable Maria');
    await settle();
    dialogOf(list)!.dispatchEvent(new Event('cancel', { cancelable: true }));
    await settle();
    expect(isAsking(list)).to.equal(false);
    expect(askedOf(service)).to.deep.equal([]);
  });

  it('shows a refusal in the dialog until it is closed', async () => {
    const refusal = new ServiceRefusal('AGENT_IN_USE', 409, 'The account is needed.');
    const list = await openDialog('Disable Maria', serve({ 'PATCH /api/agents/a2': refusal }));
    press(list, 'Disable');
    await settle();
    expect(deepAll(list, 'connect-chat-staff-dialog [role=alert]')[0]?.textContent).to.include('is needed.');
    press(list, 'Cancel');
    await settle();
    press(list, 'Disable Maria');
    await settle();
    expect(textOf(list)).not.to.include('The account is needed.');
  });

  it('enables an account without a question, and shows a refusal on the page', async () => {
    const service = serve({ 'PATCH /api/agents/a3': new ServiceRefusal('UNREACHABLE', 0, 'Not reached.') });
    const list = await openDialog('Enable Samir', service);
    expect(isAsking(list)).to.equal(false);
    expect(list.shadowRoot?.querySelector('[role=alert]')?.textContent).to.include('Not reached.');
    service.answers['PATCH /api/agents/a3'] = { ...samir, disabled: false };
    press(list, 'Enable Samir');
    await settle();
    expect(askedOf(service)[1]?.body).to.deep.equal({ disabled: false });
    expect(newsOf(list)).to.equal('Samir was enabled.');
    expect(textOf(list)).not.to.include('Not reached.');
  });
});
