import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import { openTestApp, publicUrl, type TestApp } from '../../support/test-app.js';

interface Context {
  test: TestApp;
  /** Requests of an agent, of another one, and of a supervisor. */
  maria: Ask;
  samir: Ask;
  boss: Ask;
  mariasId: string;
}
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Ask = (method: Method, path?: string, body?: object, ifMatch?: string) => ReturnType<TestApp['inject']>;

const replies = suite<Context>('/api/canned-replies');
replies.before.each(async (context) => {
  const test = (context.test = await openTestApp());
  const askAs = async (username: string, change: object = {}) => {
    const { cookie, agentId } = await test.createAgent(username, change);
    const ask: Ask = (method, path = '', body, ifMatch) =>
      test.inject({
        ...{ method, url: `/api/canned-replies${path}`, ...(body && { payload: body }) },
        headers: { cookie, origin: publicUrl, ...(ifMatch && { 'if-match': ifMatch }) },
      });
    return { ask, agentId };
  };
  const maria = await askAs('maria');
  context.maria = maria.ask;
  context.mariasId = maria.agentId;
  context.samir = (await askAs('samir')).ask;
  context.boss = (await askAs('boss', { role: 'supervisor' })).ask;
});
replies.after.each(({ test }) => test.close());

const hello = { shortcut: 'hello', text: 'Hello {{customer.name}}', folder: 'Greetings' };
const shared = { ...hello, isShared: true };
const shortcutsOf = async (ask: Ask): Promise<string[]> =>
  (await ask('GET')).json<{ shortcut: string; isShared: boolean }[]>().map(({ shortcut }) => shortcut);

replies('an own reply is the agent’s alone', async ({ maria, samir, test }) => {
  const created = await maria('POST', '', hello);
  assert.is(created.statusCode, 201);
  const { cannedReplyId, ...rest } = created.json();
  assert.equal(rest, { ...hello, isShared: false });
  assert.equal(await shortcutsOf(maria), ['hello']);
  assert.equal(await shortcutsOf(samir), []);
  for (const method of ['GET', 'DELETE'] as const)
    assert.is((await samir(method, `/${cannedReplyId}`)).json().code, 'CANNED_REPLY_NOT_FOUND');
  const byToken = await test.rest('GET', `/api/canned-replies/${cannedReplyId}`);
  assert.is(byToken.statusCode, 404);
});
replies('a shared reply is written by supervisors and administrators, and read by all', async (context) => {
  const { maria, boss, samir } = context;
  assert.is((await maria('POST', '', shared)).json().code, 'NOT_ALLOWED');
  const { cannedReplyId } = (await boss('POST', '', shared)).json();
  assert.equal(await shortcutsOf(samir), ['hello']);
  for (const [method, body] of [
    ['PUT', hello],
    ['DELETE', undefined],
  ] as const)
    assert.is((await maria(method, `/${cannedReplyId}`, body)).json().code, 'NOT_ALLOWED');
  assert.is((await boss('DELETE', `/${cannedReplyId}`)).statusCode, 204);
  assert.equal(await shortcutsOf(samir), []);
});
replies('the administrator’s token writes shared replies only', async ({ test, maria }) => {
  assert.is((await test.rest('POST', '/api/canned-replies', hello)).json().isShared, true);
  assert.equal(await shortcutsOf(maria), ['hello']);
  const own = await test.rest('POST', '/api/canned-replies', { ...hello, isShared: false });
  assert.equal([own.json().code, own.json().pointer], ['REQUEST_INVALID', '/isShared']);
});
replies('a shortcut is given once to each owner, whatever its case', async ({ maria, samir, boss }) => {
  for (const [ask, body] of [
    [maria, hello],
    [samir, hello],
    [boss, shared],
  ] as const)
    assert.is((await ask('POST', '', body)).statusCode, 201);
  const again = (await maria('POST', '', { ...hello, shortcut: 'HELLO' })).json();
  assert.equal([again.code, again.pointer], ['SHORTCUT_TAKEN', '/shortcut']);
  const own = (await maria('GET')).json();
  assert.equal(
    own.map(({ isShared }: { isShared: boolean }) => isShared),
    [false, true],
    'the own one comes first',
  );
});
replies('a change replaces the version that it names, and no other', async ({ maria }) => {
  const created = await maria('POST', '', hello);
  const path = `/${created.json().cannedReplyId}`;
  const { etag } = created.headers;
  const changed = await maria('PUT', path, { shortcut: 'hi', text: 'Hi' }, String(etag));
  const { cannedReplyId: _, ...rest } = changed.json();
  assert.equal(rest, { shortcut: 'hi', text: 'Hi', folder: '', isShared: false });
  assert.is((await maria('PUT', path, hello, String(etag))).json().code, 'VERSION_CONFLICT');
});
replies('what can’t be a reply is refused by name', async ({ maria }) => {
  for (const [body, pointer] of [
    [{ ...hello, shortcut: 'two words' }, '/shortcut'],
    [{ ...hello, text: '' }, '/text'],
    [{ ...hello, text: 'x'.repeat(limits.cannedReplyCharacters + 1) }, '/text'],
    [{ ...hello, folder: 'x'.repeat(101) }, '/folder'],
  ] as const) {
    const answer = (await maria('POST', '', body)).json();
    assert.equal([answer.code, answer.pointer], ['REQUEST_INVALID', pointer]);
  }
});
replies('of an account that is deleted are gone', async ({ test, maria, mariasId }) => {
  const { cannedReplyId } = (await maria('POST', '', hello)).json();
  await test.rest('DELETE', `/api/agents/${mariasId}`);
  const store = test.core.cannedReplies;
  const asMaria = { agentId: mariasId, mayShare: false };
  const until = Date.now() + 5_000;
  while ((await store.list(asMaria)).length > 0 && Date.now() < until)
    await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await store.list(asMaria), [], cannedReplyId);
});
replies.run();
