import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WebSocket } from 'ws';
import { defaultLimits, type ClientLimitSettings } from '../../../service/limits/limit-settings.js';
import type { BuildOptions } from '../../../service/app.js';
import type { Settings } from '../../../service/settings.js';
import { contentTypes } from '../../../shared/content-types.js';
import { limits } from '../../../shared/limits.js';
import { closeCodes, shouldReconnect } from '../../../shared/protocol/codes.js';
import { newToken, startChat, uploadAsCustomer } from '../../support/chats-with-files.js';
import { openFrames } from '../../support/frames.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { createTestClock } from '../../support/test-clock.js';
import { openTestApp, publicUrl, shop, type TestApp } from '../../support/test-app.js';

type Change = Partial<ClientLimitSettings>;
const opened: TestApp[] = [];
async function openWith(
  change: Change,
  settings: Partial<Settings> = {},
  build: Partial<BuildOptions> = {},
): Promise<TestApp> {
  const test = await openTestApp({ ...settings, limits: { ...defaultLimits, ...change } }, build);
  opened.push(test);
  return test;
}
/** A socket over the network: an injected one would miss what the service sends at once. */
async function openReal(test: TestApp, path: string, headers: Record<string, string>) {
  if (!test.app.server.listening) await test.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = test.app.server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  return { socket, frames: openFrames(socket) };
}
/** A customer's socket that seems to come from the address through a proxy. */
const openFrom = (test: TestApp, widgetId: string, address: string) =>
  openReal(test, `/widgets/${widgetId}/socket`, { origin: shop, 'x-forwarded-for': address });
const closeAll = async (): Promise<void> => {
  await Promise.all(opened.splice(0).map((test) => test.close()));
};

const sockets = suite('open sockets of one address');
sockets.after.each(closeAll);
sockets('are closed beyond the limit with a code that lets clients reconnect', async () => {
  const test = await openWith({ socketsPerAddress: 1 });
  const widgetId = await test.createWidget();
  const first = await openFrom(test, widgetId, '192.0.2.1');
  await once(first.socket, 'open');
  const { frames } = await openFrom(test, widgetId, '192.0.2.1');
  const { code, retryAfter } = await frames.next('error');
  assert.equal([code, retryAfter], ['TOO_MANY_CONNECTIONS', 30]);
  const closed = await frames.closed;
  assert.is(closed.code, closeCodes.TOO_MANY_CONNECTIONS);
  assert.ok(shouldReconnect(closed.code));
});
sockets('can be opened again when one is closed', async () => {
  const test = await openWith({ socketsPerAddress: 1 });
  const widgetId = await test.createWidget();
  const first = await openFrom(test, widgetId, '192.0.2.1');
  await once(first.socket, 'open');
  first.socket.close();
  // The service may notice it later than the client.
  const { customerSockets } = test.core.clientLimits;
  while (customerSockets.isFull('127.0.0.1')) await new Promise((resolve) => setImmediate(resolve));
  const second = await openFrom(test, widgetId, '192.0.2.1');
  await once(second.socket, 'open');
  second.frames.say({ type: 'start', clientToken: newToken() });
  await second.frames.next('started');
});
sockets('are counted by the address that a trusted proxy names, IPv6 by its /64', async () => {
  const test = await openWith({ socketsPerAddress: 1 }, { trustProxy: ['127.0.0.1'] });
  const widgetId = await test.createWidget();
  const start = async (address: string): Promise<string> => {
    const { socket, frames } = await openFrom(test, widgetId, address);
    await once(socket, 'open');
    frames.say({ type: 'start', clientToken: newToken() });
    return Promise.race([
      frames.next('started').then(() => 'started'),
      frames.next('error').then(({ code }) => String(code)),
    ]);
  };
  assert.is(await start('192.0.2.1'), 'started');
  assert.is(await start('192.0.2.2'), 'started');
  assert.is(await start('192.0.2.1'), 'TOO_MANY_CONNECTIONS');
  assert.is(await start('2001:db8::1'), 'started');
  assert.is(await start('2001:db8::2'), 'TOO_MANY_CONNECTIONS');
});
sockets("are counted by the proxy's own address if it isn't trusted", async () => {
  const test = await openWith({ socketsPerAddress: 1 });
  const widgetId = await test.createWidget();
  const first = await openFrom(test, widgetId, '192.0.2.1');
  await once(first.socket, 'open');
  const second = await openFrom(test, widgetId, '192.0.2.2');
  assert.is((await second.frames.next('error')).code, 'TOO_MANY_CONNECTIONS');
});
sockets(
  'are refused before they open, with a time to wait, after many were closed with a reason',
  async () => {
    const test = await openWith({ socketsPerAddress: 1 });
    const widgetId = await test.createWidget();
    const first = await openFrom(test, widgetId, '192.0.2.1');
    await once(first.socket, 'open');
    for (let count = 0; count < 60; count += 1) await test.core.clientLimits.turnAway('127.0.0.1');
    const { socket } = await openFrom(test, widgetId, '192.0.2.1');
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
    socket.once('error', () => undefined);
    assert.is(response.statusCode, 429);
    assert.ok(Number(response.headers['retry-after']) > 0);
    response.resume();
    socket.terminate();
  },
);
sockets('of staff are counted separately', async () => {
  const test = await openWith({ socketsPerAddress: 1 });
  const customer = await openFrom(test, await test.createWidget(), '192.0.2.1');
  await once(customer.socket, 'open');
  const { cookie } = await test.createAgent('ada');
  const headers = { origin: publicUrl, cookie };
  const agent = await openReal(test, '/agent/socket', headers);
  await once(agent.socket, 'open');
  agent.frames.say({ type: 'hello', after: {} });
  await agent.frames.next('welcome');
  const second = await openReal(test, '/agent/socket', headers);
  assert.is((await second.frames.next('error')).code, 'TOO_MANY_CONNECTIONS');
});
sockets.run();

const starts = suite('starts and open chats');
starts.after.each(closeAll);
starts('are refused for now beyond the limit per minute, without affecting the running chat', async () => {
  const test = await openWith({ startsPerAddress: 1 });
  const widgetId = await test.createWidget();
  const chat = await startChat(test, widgetId);
  const frames = await test.customer(widgetId);
  frames.say({ type: 'start', clientToken: newToken() });
  const { code, retryAfter } = await frames.next('error');
  assert.equal([code, retryAfter > 0], ['TOO_MANY_CHATS', true]);
  chat.frames.say({ type: 'message', clientToken: newToken(), contentType: 'text/plain', content: 'hi' });
  await chat.frames.next('ack');
});
starts('are allowed again on the same socket when a chat has ended', async () => {
  const test = await openWith({ chatsPerAddress: 1 });
  const widgetId = await test.createWidget();
  const chat = await startChat(test, widgetId);
  const frames = await test.customer(widgetId);
  frames.say({ type: 'start', clientToken: newToken() });
  assert.is((await frames.next('error')).code, 'TOO_MANY_CHATS');
  chat.frames.say({ type: 'end' });
  while ((await chat.frames.next('item')).item.contentType !== contentTypes.ended);
  frames.say({ type: 'start', clientToken: newToken() });
  await frames.next('started');
});
starts('are counted for a widget across a restart', async () => {
  // A folder of its own, because the first service deletes its own when it is closed.
  const dataDir = temporaryFolder();
  const first = await openWith({}, { dataDir });
  const widgetId = await first.createWidget();
  await startChat(first, widgetId);
  await first.close();
  const second = await openWith({ chatsPerWidget: 1 }, { dataDir });
  const frames = await second.customer(widgetId);
  frames.say({ type: 'start', clientToken: newToken() });
  assert.is((await frames.next('error')).code, 'TOO_MANY_CHATS');
});
starts.run();

const uploads = suite('uploaded bytes');
uploads.after.each(closeAll);
uploads("are refused for now beyond a participant's share", async () => {
  const test = await openWith({ uploadMiBPerParticipant: 1 });
  const widgetId = await test.createWidget();
  const chat = await startChat(test, widgetId);
  const sent = { content: 'a'.repeat(600_000) };
  assert.is((await uploadAsCustomer(test, chat, sent)).statusCode, 201);
  const second = await uploadAsCustomer(test, chat, sent);
  assert.equal([second.statusCode, second.json<{ code: string }>().code], [429, 'TOO_MANY_BYTES']);
  assert.ok(Number(second.headers['retry-after']) > 0);
  const other = await startChat(test, widgetId);
  assert.is((await uploadAsCustomer(test, other, sent)).statusCode, 201);
});
uploads.run();

const tokens = suite('refused tokens');
tokens.after.each(closeAll);
tokens('delay refusals for an address that sent many, but not a valid token', async () => {
  const clock = createTestClock();
  const test = await openWith({ refusedTokensPerAddress: 1 }, {}, { clock });
  const widgetId = await test.createWidget();
  const first = await test.customer(widgetId);
  first.say({ type: 'resume', participantToken: 'none', after: 0 });
  await first.next('error');
  const second = await test.customer(widgetId);
  const timers = clock.pending;
  second.say({ type: 'resume', participantToken: 'none', after: 0 });
  while (clock.pending === timers) await new Promise((resolve) => setImmediate(resolve));
  clock.pass(limits.refusedTokenDelay - 1);
  await startChat(test, widgetId);
  assert.equal(second.unread(), []);
  clock.pass(1);
  assert.is((await second.next('error')).code, 'PARTICIPANT_REFUSED');
});
tokens.run();
