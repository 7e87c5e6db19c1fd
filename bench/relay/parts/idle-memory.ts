import { setTimeout } from 'node:timers/promises';
import type { Bench, Part } from '../figures.js';
import { inBatches } from '../in-batches.js';
import type { PinnedProcess } from '../pinned-process.js';
import type { Subject } from '../subject.js';
import { createConnectChat } from '../subjects/connect-chat.js';
import { createRaw } from '../subjects/raw.js';
import { createSocketIo } from '../subjects/socket-io.js';

const first = 6_000;

/**
 * Milliseconds after which an idle contact leaves the cache (`service/contact/idle-cache.ts`), with a margin.
 */
const untilLetGo = 150_000;

/** A process's memory in bytes, after each of two kinds of garbage collection. */
interface Memory {
  /** The young generation of V8 included, which grows with the rate of allocation and not with the sockets. */
  own: number;
  needed: number;
}

/** Bytes of the server's memory for each idle open socket. Ours have a chat that waits in the queue. */
export const measureIdleMemory =
  (sockets: number): Part =>
  async (bench) => {
    const staff = { agents: 1, chatsAnAgent: 1 };
    const builds = [['Connect Chat', bench.dist] as const, ...bench.beside];
    const ours = builds.map(([name, dist]) => createConnectChat({ ...staff, name, dist }));
    const others = [createRaw({ isDurable: false }), createSocketIo()];
    for (const subject of [...others, ...ours].filter(({ name }) => !bench.without.includes(name)))
      await measure(bench, subject, { sockets, hasChats: ours.some((each) => each === subject) });
  };

async function measure(
  bench: Bench,
  subject: Subject,
  { sockets, hasChats }: { sockets: number; hasChats: boolean },
): Promise<void> {
  const server = await subject.start();
  // The first sockets also load what exists once: code, V8's young generation, LevelDB's write buffer.
  await inBatches(first, 50, (index) => server.openIdle(sockets + index));
  // The cached states of these contacts are dropped after a while, which must not be subtracted from what the
  // others use.
  if (hasChats) await setTimeout(untilLetGo);
  const before = await memoryOf(server.process);
  const { length } = await inBatches(sockets - first, 50, (index) => server.openIdle(index));
  note('memory an idle socket', await memoryOf(server.process));
  if (hasChats) {
    await setTimeout(untilLetGo);
    note('… after two minutes', await memoryOf(server.process));
  }
  await server.process.kill();

  function note(what: string, after: Memory): void {
    const own = (after.own - before.own) / length;
    const needed = (after.needed - before.needed) / length;
    bench.say(`${what}, ${sockets}: ${subject.name} ${Math.round(own)} bytes, needed ${Math.round(needed)}`);
    bench.note(`${what}, ${sockets}`, subject.name, { value: own / 1024, unit: 'KiB' });
    bench.note(`${what}, ${sockets}, needed`, subject.name, { value: needed / 1024, unit: 'KiB' });
  }
}

const memoryOf = async (process: PinnedProcess): Promise<Memory> => ({
  own: await process.ownBytes(),
  needed: await process.neededBytes(),
});
