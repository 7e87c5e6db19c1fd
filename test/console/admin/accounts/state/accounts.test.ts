import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Account } from '../../../../../console/admin/accounts/state/account-form.js';
import { Accounts } from '../../../../../console/admin/accounts/state/accounts.js';
import { ServiceRefusal } from '../../../../../console/request/service-request.js';
import { createFakeService } from '../../../../support/console/fake-service.js';

const maria: Account = {
  agentId: 'a2',
  username: 'maria',
  displayName: 'Maria',
  role: 'agent',
  queues: ['default'],
  maxChats: 3,
  pictureUrl: '',
  disabled: false,
};
const patch = 'PATCH /api/agents/a2';
const refusal = new ServiceRefusal('LAST_ADMIN', 409, 'Somebody has to be an administrator.');

function open(answers: Record<string, unknown> = {}) {
  const service = createFakeService({
    'GET /api/agents': [maria],
    'GET /api/queues': [{ queueId: 'default', name: 'Everybody' }],
    [patch]: { ...maria, disabled: true },
    ...answers,
  });
  return { service, accounts: new Accounts(service.request) };
}

const reading = suite('reading the accounts');
reading('reads the accounts and the queues', async () => {
  const { accounts } = open();
  await accounts.load();
  const { list, queues, problem } = accounts.snapshot;
  assert.equal([list, queues, problem], [[maria], [{ queueId: 'default', name: 'Everybody' }], '']);
});
reading('says why it failed, and forgets that on the next attempt', async () => {
  const { service, accounts } = open({ 'GET /api/queues': new ServiceRefusal('UNREACHABLE', 0, 'Offline.') });
  await accounts.load();
  assert.equal([accounts.snapshot.list, accounts.snapshot.problem], [undefined, 'Offline.']);
  service.answers['GET /api/queues'] = [];
  await accounts.load();
  assert.equal([accounts.snapshot.list, accounts.snapshot.problem], [[maria], '']);
});
reading.run();

const disabling = suite('disabling an account');
disabling('closes the dialog, and says what was done', async () => {
  const { service, accounts } = open();
  await accounts.load();
  accounts.ask({ kind: 'disable', account: maria });
  await accounts.setDisabled(maria, true);
  const { list, question, news, isBusy } = accounts.snapshot;
  assert.equal([list![0]!.disabled, question, news, isBusy], [true, undefined, 'Maria was disabled.', false]);
  assert.equal(service.asked.at(-1), { method: 'PATCH', path: '/api/agents/a2', body: { disabled: true } });
});
disabling('shows a refusal in the dialog that asked, and lets the administrator try again', async () => {
  const { accounts } = open({ [patch]: refusal });
  await accounts.load();
  accounts.ask({ kind: 'disable', account: maria });
  await accounts.setDisabled(maria, true);
  const { question, problem, isBusy } = accounts.snapshot;
  assert.is(accounts.snapshot.refusal, refusal.message);
  assert.equal([question?.kind, problem, isBusy], ['disable', '', false]);
});
disabling('shows a refusal on the page where the dialog was closed meanwhile', async () => {
  const { accounts } = open({ [patch]: refusal });
  await accounts.load();
  accounts.ask({ kind: 'disable', account: maria });
  const done = accounts.setDisabled(maria, true);
  accounts.dismiss();
  await done;
  assert.equal([accounts.snapshot.refusal, accounts.snapshot.problem], ['', refusal.message]);
});
disabling('asks the service once, however often the button is pressed', async () => {
  const { service, accounts } = open();
  await Promise.all([accounts.setDisabled(maria, true), accounts.setDisabled(maria, true)]);
  assert.is(service.asked.length, 1);
});
disabling('is undone by enabling the account', async () => {
  const { accounts } = open({ [patch]: maria });
  await accounts.load();
  await accounts.setDisabled(maria, false);
  assert.equal([accounts.snapshot.news, accounts.snapshot.list], ['Maria was enabled.', [maria]]);
});
disabling('escapes the id in the path', async () => {
  const { service, accounts } = open();
  await accounts.setDisabled({ ...maria, agentId: 'a/2' }, true);
  assert.is(service.asked[0]!.path, '/api/agents/a%2F2');
});
disabling.run();
