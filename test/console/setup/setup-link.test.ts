import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { ServiceRefusal } from '../../../console/request/service-request.js';
import { SetupLink } from '../../../console/setup/setup-link.js';
import { createFakeService } from '../../support/console/fake-service.js';

const used = new ServiceRefusal('SETUP_LINK_REFUSED', 403, 'The link was used.');
const offline = new ServiceRefusal('UNREACHABLE', 0, 'No connection.');

const checking = suite('a set-up link');
checking('is not checked where its token is missing', async () => {
  const service = createFakeService();
  const link = new SetupLink(service.request, '');
  await link.load();
  assert.equal([link.snapshot.status, service.asked], ['incomplete', []]);
});
checking('is unknown until the service has responded, then good', async () => {
  const link = new SetupLink(createFakeService().request, 'token');
  const loading = link.load();
  assert.is(link.snapshot.status, 'unknown');
  await loading;
  assert.is(link.snapshot.status, 'good');
});
checking('is refused once it was used or has expired', async () => {
  const link = new SetupLink(createFakeService({ 'GET /api/setup': used }).request, 'token');
  await link.load();
  assert.is(link.snapshot.status, 'refused');
});
checking('counts as good while the service can’t be reached: sending the form checks it again', async () => {
  const link = new SetupLink(createFakeService({ 'GET /api/setup': offline }).request, 'token');
  await link.load();
  assert.is(link.snapshot.status, 'good');
});
checking('is sent in a header, never in an address that servers log', async () => {
  const asked: unknown[][] = [];
  const link = new SetupLink(async (...request) => void asked.push(request), 'secret');
  await link.load();
  assert.equal(asked, [['GET', '/api/setup', undefined, { 'x-setup-token': 'secret' }]]);
});
checking.run();

const creating = suite('creating the account by a set-up link');
const account = { username: 'maria', displayName: 'Maria', password: 'four words in a row' };
creating('sends the token with the account', async () => {
  const service = createFakeService();
  assert.is(await new SetupLink(service.request, 'token').createAccount(account), 'created');
  assert.equal(service.asked, [{ method: 'POST', path: '/api/setup', body: { token: 'token', ...account } }]);
});
creating('finds the link refused, when it was used meanwhile', async () => {
  const link = new SetupLink(createFakeService({ 'POST /api/setup': used }).request, 'token');
  assert.is(await link.createAccount(account), 'refused');
  assert.is(link.snapshot.status, 'refused');
});
creating('rejects with any other refusal: it concerns the account', async () => {
  const link = new SetupLink(createFakeService({ 'POST /api/setup': offline }).request, 'token');
  await link.createAccount(account).then(
    () => assert.unreachable(),
    (reason: unknown) => assert.is(reason, offline),
  );
  assert.is.not(link.snapshot.status, 'refused');
});
creating.run();
