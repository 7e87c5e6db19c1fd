import { randomBytes } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openMemory } from '../../../../service/backend/memory/open-memory.js';
import type { ContactTopics } from '../../../../service/contact/topics.js';
import { contentTypes } from '../../../../shared/content-types.js';
import { createFaultyNetwork } from '../../../support/faulty-network.js';
import type { AnyFrame, Frames } from '../../../support/frames.js';
import { createSeededRandom } from '../../../support/seeded-random.js';
import { settled } from '../../../support/settled.js';
import { openTestApp } from '../../../support/test-app.js';
import { createTestClock } from '../../../support/test-clock.js';
import { configurationContract } from '../configuration-contract.js';

configurationContract('memory', async () => {
  const backend = openMemory({ clock: createTestClock(), onError: () => assert.unreachable() });
  return { open: async () => backend.configuration, close: () => backend.close() };
});

const secret = (): string => randomBytes(24).toString('base64url');
const onError = (error: unknown) => assert.unreachable(String(error));

/** A page and a console, and the next item of each that matches. */
interface Chat {
  customer: Frames;
  agent: Frames;
  /** Resolves as the promise does. Advances the time meanwhile, if the test has its own clock. */
  until<T>(arrives: Promise<T>): Promise<T>;
}

async function itemOf(frames: Frames, isIt: (item: AnyFrame) => boolean): Promise<void> {
  for (;;) if (isIt((await frames.next('item')).item as AnyFrame)) return;
}

/** A complete chat, with messages in both directions. */
async function chat({ customer, agent, until }: Chat): Promise<void> {
  agent.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await until(agent.next('welcome'));
  customer.say({ type: 'start', clientToken: secret() });
  const { contact } = await until(agent.next('offer'));
  const { contactId } = contact as { contactId: string };
  agent.say({ type: 'accept', contactId });
  await until(agent.next('contact'));
  for (let number = 1; number <= 6; number += 1) {
    const [from, to] = number % 2 ? [customer, agent] : [agent, customer];
    const content = `message ${number}`;
    const named = from === agent && { contactId };
    from.say({ type: 'message', clientToken: secret(), contentType: 'text/plain', content, ...named });
    await until(from.next('ack'));
    await until(itemOf(to, (item) => item.content === content));
  }
  customer.say({ type: 'end' });
  await until(itemOf(agent, ({ contentType }) => contentType === contentTypes.ended));
}

const services = suite('the service with a backend in memory');
services('serves a complete chat', async () => {
  const test = await openTestApp({}, { openBackend: async ({ clock }) => openMemory({ clock, onError }) });
  const { cookie } = await test.createAgent('ada');
  const customer = await test.customer(await test.createWidget());
  await chat({ customer, agent: await test.agent(cookie), until: (arrives) => arrives });
  await test.close();
});
services('serves a chat between two processes that lose half of the hints', async () => {
  const clock = createTestClock();
  const shared = openMemory({ clock, onError });
  const random = createSeededRandom(7);
  const network = createFaultyNetwork<ContactTopics>({ clock, random, onError });
  network.faults.lost = 0.5;
  const open = () => openTestApp({}, { clock, openBackend: async () => shared.withBus(network.join()) });
  const [here, there] = [await open(), await open()];
  const { cookie } = await here.createAgent('ada');
  const customer = await here.customer(await here.createWidget());
  await chat({
    customer,
    agent: await there.agent(cookie),
    async until(arrives) {
      let hasArrived = false;
      const arrived = arrives.finally(() => (hasArrived = true));
      while (!hasArrived) {
        clock.pass(100);
        await settled();
      }
      return arrived;
    },
  });
  await Promise.all([here.close(), there.close()]);
  await shared.close();
  assert.is(clock.pending, 0);
});
services.run();
