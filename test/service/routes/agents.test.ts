import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const ada = { username: 'ada', displayName: 'Ada', password: 'correct horse battery' };
const agents = suite<{ test: TestApp }>('/api/agents');
agents.before.each(async (context) => void (context.test = await openTestApp()));
agents.after.each(({ test }) => test.close());

agents('creates, reads, lists, changes and deletes an account, without showing secrets', async ({ test }) => {
  const created = await test.rest('POST', '/api/agents', ada);
  assert.is(created.statusCode, 201);
  const { agentId } = created.json();
  assert.is(created.headers.location, `/api/agents/${agentId}`);
  const shown = {
    agentId,
    username: 'ada',
    displayName: 'Ada',
    role: 'agent',
    queues: ['default'],
    maxChats: 3,
    pictureUrl: '',
    disabled: false,
  };
  assert.equal(created.json(), shown);
  assert.equal((await test.rest('GET', `/api/agents/${agentId}`)).json(), shown);
  assert.equal((await test.rest('GET', '/api/agents')).json(), [shown]);
  const changed = await test.rest('PATCH', `/api/agents/${agentId}`, { maxChats: 7 });
  assert.equal(changed.json(), { ...shown, maxChats: 7 });
  assert.is((await test.rest('DELETE', `/api/agents/${agentId}`)).statusCode, 204);
  assert.is((await test.rest('GET', `/api/agents/${agentId}`)).json().code, 'AGENT_NOT_FOUND');
});

for (const [what, change, pointer] of [
  ['no password', { password: undefined }, '/password'],
  ['a short password', { password: '1234567' }, '/password'],
  ['an empty name', { displayName: '' }, '/displayName'],
  ['a username with a space', { username: 'a b' }, '/username'],
  ['another role', { role: 'king' }, '/role'],
  ['an unknown queue', { queues: ['default', 'nowhere'] }, '/queues/1'],
  ['no chats at once', { maxChats: 0 }, '/maxChats'],
  ['a picture without encryption', { pictureUrl: 'http://shop.example/ada.png' }, '/pictureUrl'],
  ['a script as a picture', { pictureUrl: 'javascript:alert(1)' }, '/pictureUrl'],
  ['a picture with a long address', { pictureUrl: `https://${'a'.repeat(2_041)}` }, '/pictureUrl'],
  ['something unknown', { colour: 'red' }, '/colour'],
] as const)
  agents(`refuses ${what} and names the member`, async ({ test }) => {
    const refused = await test.rest('POST', '/api/agents', { ...ada, ...change });
    assert.equal(
      [refused.statusCode, refused.json().code, refused.json().pointer],
      [400, 'REQUEST_INVALID', pointer],
    );
  });

agents("sets, changes and removes an account's picture", async ({ test }) => {
  const pictureUrl = `https://${'a'.repeat(2_040)}`;
  const { agentId, ...created } = (await test.rest('POST', '/api/agents', { ...ada, pictureUrl })).json();
  assert.is(created.pictureUrl, pictureUrl);
  for (const other of ['https://shop.example/ada.png', '']) {
    const changed = await test.rest('PATCH', `/api/agents/${agentId}`, { pictureUrl: other });
    assert.is(changed.json().pictureUrl, other);
    // Omitted members stay unchanged.
    const renamed = await test.rest('PATCH', `/api/agents/${agentId}`, { displayName: 'Ada B.' });
    assert.is(renamed.json().pictureUrl, other);
  }
});

for (const member of ['displayname', 'passwordHash', 'sessions', 'agentId'])
  agents(`refuses a change of ${member}, names it, and changes nothing`, async ({ test }) => {
    const { agentId } = (await test.rest('POST', '/api/agents', ada)).json();
    const refused = await test.rest('PATCH', `/api/agents/${agentId}`, { displayName: 'X', [member]: 'x' });
    assert.equal(refused.json(), {
      statusCode: 400,
      code: 'REQUEST_INVALID',
      message: `/${member} is not known here.`,
      pointer: `/${member}`,
    });
    assert.is((await test.rest('GET', `/api/agents/${agentId}`)).json().displayName, 'Ada');
  });

agents('refuses a username that exists', async ({ test }) => {
  await test.rest('POST', '/api/agents', ada);
  const again = await test.rest('POST', '/api/agents', { ...ada, username: 'ADA' });
  assert.equal([again.statusCode, again.json().code], [409, 'USERNAME_TAKEN']);
});
agents.run();
