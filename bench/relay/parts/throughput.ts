import { openClosedLoop } from '../closed-loop.js';
import type { Bench, Part } from '../figures.js';
import type { ChatsAsked, Subject } from '../subject.js';
import { createConnectChat } from '../subjects/connect-chat.js';
import { createRaw } from '../subjects/raw.js';
import { createSocketIo } from '../subjects/socket-io.js';

/**
 * Messages per second and the server's processor time for each, with all chats sending as fast as they are
 * answered. The subjects take turns in rounds, so that other load of the machine affects all of them.
 */
export const measureThroughput =
  (chats: number): Part =>
  async (bench) => {
    const asked = { chats, chatsAnAgent: chats > 1_000 ? 50 : 1 };
    const subjects = subjectsOf(bench, asked);
    // With more chats, the sockets of all subjects together exceed the generator's limit of open files.
    if (chats <= 1_000) return takeTurns(bench, subjects, asked);
    for (const subject of subjects) await takeTurns(bench, [subject], asked);
  };

async function takeTurns(bench: Bench, subjects: Subject[], asked: ChatsAsked): Promise<void> {
  const { chats } = asked;
  const running = [];
  for (const subject of subjects) {
    bench.say(`${subject.name}: opening ${chats} chats`);
    const server = await subject.start();
    const loop = await openClosedLoop(server, asked);
    await loop.warmUp();
    running.push({ subject, server, loop });
  }
  for (let round = 1; round <= bench.rounds; round += 1)
    for (const { subject, loop } of running) {
      const { rate, processor } = await loop.run(bench.milliseconds);
      bench.say(
        `${chats} chats, round ${round}: ${subject.name} ${processor.toFixed(1)} µs, ${Math.round(rate)}/s`,
      );
      bench.note(`processor a message, ${chats} chats`, subject.name, { value: processor, unit: 'µs' });
      bench.note(`messages a second, ${chats} chats`, subject.name, { value: rate, unit: '/s' });
    }
  for (const { loop, server } of running) {
    loop.close();
    await server.process.kill();
  }
}

function subjectsOf(
  bench: Bench,
  { chats, chatsAnAgent }: { chats: number; chatsAnAgent: number },
): Subject[] {
  const staff = { agents: Math.ceil(chats / chatsAnAgent), chatsAnAgent };
  return [
    createRaw({ isDurable: false }),
    createRaw({ isDurable: true }),
    createSocketIo(),
    createConnectChat({ ...staff, dist: bench.dist }),
    ...bench.beside.map(([name, dist]) => createConnectChat({ ...staff, name, dist })),
  ].filter(({ name }) => !bench.without.includes(name));
}
