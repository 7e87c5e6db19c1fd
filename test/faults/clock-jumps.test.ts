import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { closeCodes } from '../../shared/protocol/codes.js';
import { limits } from '../../shared/limits.js';
import { noon } from '../support/contact-fixtures.js';
import { newToken, startChat, type Chat } from '../support/chats-with-files.js';
import { hearEnd } from '../support/hear-end.js';
import { chosenSeed } from '../support/seeded-random.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { createTestClock } from '../support/test-clock.js';
import { JumpingChats } from './jumping-chats.js';
import { JumpingService, untilSo } from './jumping-service.js';

const minute = 60_000;
const hour = 60 * minute;
const seed = chosenSeed();
console.log(`\nSEED=${seed}`);

interface Context {
  service: JumpingService;
}
const jumps = suite<Context>('a wall clock that jumps randomly by up to a day');
jumps.before.each(async (context) => {
  context.service = await JumpingService.open(seed);
});
jumps.after.each(({ service }) => service.test.close());

jumps('loses and duplicates no message, and blocks no chat', async ({ service }) => {
  const chats = await JumpingChats.open(service);
  for (let second = 0; second < 120; second += 1) await chats.second();
  await chats.finish();
  assert.equal(chats.errors, []);
  const ended = chats.chats.filter(({ isOver }) => isOver);
  assert.ok(ended.length > 5 && chats.chats.length - ended.length > 5);
  assert.ok(
    chats.chats.every(({ isOver, agent }) => isOver || agent),
    'every open chat has an agent',
  );
  for (const chat of chats.chats) {
    const stored = await chats.stored(chat);
    for (const role of ['CUSTOMER', 'AGENT'] as const)
      assert.equal(
        stored
          .filter(({ type, participantRole }) => type === 'MESSAGE' && participantRole === role)
          .map(({ content }) => content),
        chat.said[role],
      );
    assert.equal(chat.seen.CUSTOMER, chat.said.AGENT);
    if (chat.agent) assert.equal(chat.seen.AGENT, chat.said.CUSTOMER);
    assert.is(
      stored.filter(({ contentType }) => contentType.endsWith('chat.ended')).length,
      chat.isOver ? 1 : 0,
    );
  }
  console.log(
    `${service.jumps} jumps, ${chats.chats.length} chats, ${chats.said} messages, 0 lost, 0 doubled, 0 blocked`,
  );
});

/** Waits for all earlier commands of the contact, which run one after the other. */
async function barrier({ frames }: Pick<Chat, 'frames'>): Promise<void> {
  frames.say({ type: 'message', clientToken: newToken(), contentType: 'text/plain', content: 'Hello?' });
  await frames.next('ack');
}
async function agentAtWork({ test }: JumpingService) {
  const { agentId, cookie } = await test.createAgent('ada');
  const frames = await test.agent(cookie);
  frames.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await frames.next('welcome');
  return { agentId, cookie, frames };
}
async function ringing(service: JumpingService, jumps = true) {
  const chat = await startChat(service.test, await service.test.createWidget());
  const agent = await agentAtWork(service);
  const rings = agent.frames.next('offer');
  await (jumps ? service.during('it rings', rings) : rings);
  return { chat, agent };
}

jumps('leaves the 20 seconds of a ring unchanged', async ({ service }) => {
  const { chat, agent } = await ringing(service);
  await service.pass(limits.ring - 1_000);
  await barrier(chat);
  assert.not(agent.frames.unread().some(({ type }) => type === 'offer-closed'));
  await service.pass(1_000);
  assert.is((await agent.frames.next('offer-closed')).reason, 'MISSED');
});
jumps('reports the remaining time of a ring correctly', async ({ service }) => {
  const { chat, agent } = await ringing(service);
  await service.pass(5_000);
  await barrier(chat);
  // Sent again a quarter of a second after the customer wrote.
  service.clock.pass(250);
  assert.is((await agent.frames.next('offer')).ringMilliseconds, limits.ring - 5_250);
});
jumps('repeats an offer to an agent who declined after the pause', async ({ service }) => {
  const { chat, agent } = await ringing(service);
  agent.frames.say({ type: 'decline', contactId: chat.contactId });
  await service.during('it is declined', agent.frames.next('offer-closed'));
  await service.pass(limits.declined - 1_000, [chat.frames, agent.frames]);
  await barrier(chat);
  assert.not(agent.frames.unread().some(({ type }) => type === 'offer'));
  await service.pass(1_000);
  await agent.frames.next('offer');
});
jumps('gives an agent without a console a minute', async ({ service }) => {
  const { chat, agent } = await ringing(service);
  agent.frames.say({ type: 'accept', contactId: chat.contactId });
  await agent.frames.next('contact');
  const { presence } = service.test.core;
  agent.frames.close();
  await untilSo('the service has noticed', () => presence.get(agent.agentId)!.consoles === 0);
  const isWaiting = async () => (await service.test.core.contacts.state(chat.contactId))!.queue !== null;
  await service.pass(limits.agentGone - 1_000, [chat.frames]);
  await barrier(chat);
  assert.not(await isWaiting());
  await service.pass(1_000);
  await untilSo('the chat is back in its queue', isWaiting);
});
jumps('lets a chat last its requested duration', async ({ service }) => {
  const frames = await service.test.customer(await service.test.createWidget());
  frames.say({ type: 'start', clientToken: newToken(), chatDurationInMinutes: limits.chatMinutesLeast });
  await service.during('a chat starts', frames.next('started'));
  await service.pass(limits.chatMinutesLeast * minute - 10_000, [frames], 30_000);
  await barrier({ frames });
  await service.pass(10_000);
  await hearEnd(frames);
});
jumps('ends a silent chat an hour after its visitor left', async ({ service }) => {
  const { contactId, frames } = await startChat(service.test, await service.test.createWidget());
  const state = () => service.test.core.contacts.state(contactId);
  const timers = service.clock.pending;
  frames.close();
  await untilSo('the service has noticed', () => service.clock.pending !== timers);
  await service.pass(limits.customerGone);
  await untilSo('the visitor counts as gone', async () => (await state())!.goneSince !== null);
  await service.pass(limits.silentMinutes * minute - limits.customerGone - 1_000);
  assert.is((await state())!.status, 'ACTIVE');
  await service.pass(1_000);
  await untilSo('the chat has ended', async () => (await state())!.status === 'ENDED');
});
jumps('keeps staff signed in for twelve hours, and then closes their socket', async ({ service }) => {
  const { cookie, frames } = await agentAtWork(service);
  const who = () => service.test.inject({ method: 'GET', url: '/api/session', headers: { cookie } });
  await service.pass(12 * hour - 10_000, [frames], 30_000);
  assert.is((await who()).statusCode, 200);
  service.clock.pass(10_000);
  service.jump();
  assert.is((await who()).statusCode, 401);
  assert.is((await frames.closed).code, closeCodes.SESSION_ENDED);
});
jumps.run();

const starts = suite('a start after the wall clock was set');
for (const days of [-1, 1])
  starts(
    `${days} day: sessions and rings end by the stored time, and never last longer than usual`,
    async () => {
      const dataDir = temporaryFolder();
      const before = await JumpingService.open(seed, { dataDir });
      const { chat, agent } = await ringing(before, false);
      await barrier(chat);
      await before.test.close();
      const clock = createTestClock(noon + days * 24 * hour);
      const { test } = await JumpingService.open(seed, { clock, dataDir });
      const { contactId, widgetId, participantToken } = chat;
      const state = async () => (await test.core.contacts.state(contactId))!;
      const who = () =>
        test.inject({ method: 'GET', url: '/api/session', headers: { cookie: agent.cookie } });
      assert.is((await who()).statusCode, days > 0 ? 401 : 200);
      assert.is((await state()).customerMessages, 1);
      clock.pass(days > 0 ? 0 : limits.ring);
      const visitor = await test.customer(widgetId);
      visitor.say({ type: 'resume', participantToken, after: 0 });
      await visitor.next('resumed');
      await barrier({ frames: visitor });
      assert.is((await state()).offer, null);
      clock.pass(12 * hour);
      assert.is((await who()).statusCode, 401);
      await test.close();
    },
  );
starts.run();
