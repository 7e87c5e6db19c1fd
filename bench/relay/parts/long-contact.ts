import { openClosedLoop } from '../closed-loop.js';
import type { Part } from '../figures.js';
import { createConnectChat } from '../subjects/connect-chat.js';

/** So many chats that none exceeds a socket's rate limit. */
const chats = 120;
const items = 10_000;
/** Long enough to measure, and short enough that short contacts stay short. */
const milliseconds = 1_000;

/**
 * The server's processor time per message, in contacts with some hundred items and in contacts with ten
 * thousand.
 */
export const measureLongContact: Part = async (bench) => {
  const asked = { chats, chatsAnAgent: 1 };
  const [short, long] = await Promise.all(
    [0, 1].map(async () => {
      const server = await createConnectChat({ dist: bench.dist, agents: chats, chatsAnAgent: 1 }).start();
      return { server, loop: await openClosedLoop(server, asked) };
    }),
  );
  bench.say(`filling ${chats} contacts with ${items} items each`);
  // Below a socket's rate limit, so that nothing is refused.
  for (let said = 0; said < items; said += 150) {
    const from = performance.now();
    const all = Array.from({ length: 150 * chats }, (_, index) => long!.loop.say(index % chats));
    await Promise.all(all);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, 800 - (performance.now() - from))));
  }
  await short!.loop.warmUp();
  const [few, many] = ['appending to a contact of some 100 items', 'appending to a contact of 10,000 items'];
  for (let round = 1; round <= bench.rounds; round += 1)
    for (const [name, { loop }] of [
      [few, short!],
      [many, long!],
    ] as const) {
      const { processor } = await loop.run(milliseconds);
      bench.say(`${name}: ${processor.toFixed(1)} µs`);
      bench.note(name, 'Connect Chat', { value: processor, unit: 'µs' });
    }
  for (const { server } of [short!, long!]) {
    await server.process.kill();
    await server.forget();
  }
};
