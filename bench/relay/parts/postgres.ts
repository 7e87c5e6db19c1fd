import { startPostgres } from '../../../test/support/postgres/server.js';
import { openClosedLoop } from '../closed-loop.js';
import type { Part } from '../figures.js';
import { runAtRate } from '../fixed-rate.js';
import { createConnectChat } from '../subjects/connect-chat.js';

const asked = { chats: 100, chatsAnAgent: 1 };
/** Messages per second for the latency: few enough that none waits for another. */
const calm = 50;

/**
 * The embedded store beside PostgreSQL: messages per second with all chats sending as fast as they are answered, and the
 * latency of single messages, on PostgreSQL also between two processes. Commits of both stores are durable.
 */
export const measurePostgres: Part = async (bench) => {
  const postgres = await startPostgres({ isDurable: true });
  const staff = { dist: bench.dist, agents: asked.chats, chatsAnAgent: 1 };
  const subjects = [
    createConnectChat({ ...staff, name: 'embedded store' }),
    createConnectChat({
      ...staff,
      name: 'PostgreSQL, one process',
      databaseUrl: await postgres.createDatabase(),
    }),
    createConnectChat({
      ...{ ...staff, name: 'PostgreSQL, two processes', areAgentsApart: true },
      databaseUrl: await postgres.createDatabase(),
    }),
  ];
  const running = [];
  for (const subject of subjects) {
    bench.say(`${subject.name}: opening ${asked.chats} chats`);
    const server = await subject.start();
    const loop = await openClosedLoop(server, asked);
    await loop.warmUp();
    running.push({ subject, server, loop });
  }
  for (let round = 1; round <= bench.rounds; round += 1)
    for (const { subject, loop } of running) {
      const { rate, processor } = await loop.run(bench.milliseconds);
      const { half, most } = await runAtRate(loop, { rate: calm, milliseconds: bench.milliseconds });
      bench.say(
        `round ${round}: ${subject.name} ${Math.round(rate)}/s, ${processor.toFixed(1)} µs; ` +
          `p50 ${half.toFixed(2)} ms, p99 ${most.toFixed(2)} ms`,
      );
      bench.note('messages a second, 100 chats', subject.name, { value: rate, unit: '/s' });
      bench.note('processor a message, 100 chats', subject.name, { value: processor, unit: 'µs' });
      bench.note('p50 at 50 messages a second', subject.name, { value: half, unit: 'ms' });
      bench.note('p99 at 50 messages a second', subject.name, { value: most, unit: 'ms' });
    }
  for (const { loop, server } of running) {
    loop.close();
    await server.process.kill();
  }
  await postgres.close();
};
