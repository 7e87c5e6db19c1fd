import { median, type Part } from '../figures.js';
import { openClosedLoop } from '../closed-loop.js';
import { runAtRate } from '../fixed-rate.js';
import { createConnectChat } from '../subjects/connect-chat.js';
import { createRaw } from '../subjects/raw.js';

/** So many chats that half of our maximum rate is well below the rate limit of one visitor. */
const asked = { chats: 400, chatsAnAgent: 1 };

/** From sending a message to its acknowledgement, each subject at half of its maximum rate. */
export const measureLatency: Part = async (bench) => {
  const subjects = [
    createRaw({ isDurable: false }),
    createRaw({ isDurable: true }),
    createConnectChat({ dist: bench.dist, agents: asked.chats, chatsAnAgent: 1 }),
  ];
  const running = [];
  for (const subject of subjects) {
    const server = await subject.start();
    const loop = await openClosedLoop(server, asked);
    await loop.warmUp();
    const rates = [];
    for (let round = 0; round < 3; round += 1) rates.push((await loop.run(bench.milliseconds)).rate);
    running.push({ subject, server, loop, rate: median(rates) / 2 });
  }
  for (let round = 1; round <= bench.rounds; round += 1)
    for (const { subject, loop, rate } of running) {
      const { half, most } = await runAtRate(loop, { rate, milliseconds: bench.milliseconds });
      bench.say(
        `${subject.name} at ${Math.round(rate)}/s: p50 ${half.toFixed(2)} ms, p99 ${most.toFixed(2)} ms`,
      );
      bench.note('half of the maximum rate', subject.name, { value: rate, unit: '/s' });
      bench.note('p50 at half of the maximum rate', subject.name, { value: half, unit: 'ms' });
      bench.note('p99 at half of the maximum rate', subject.name, { value: most, unit: 'ms' });
    }
  for (const { server } of running) await server.process.kill();
};
