import { setTimeout } from 'node:timers/promises';
import type { Bench, Part } from '../figures.js';
import { inBatches } from '../in-batches.js';
import type { PinnedProcess } from '../pinned-process.js';
import { createConnectChat } from '../subjects/connect-chat.js';
import { createRaw } from '../subjects/raw.js';
import { createSocketIo } from '../subjects/socket-io.js';

const first = 6_000;

/**
 * Milliseconds after which an idle contact leaves the cache (`service/contact/idle-cache.ts`), with a margin.
 */
const untilLetGo = 150_000;

/** Bytes of the server's memory for each idle open socket. Ours have a chat that waits in the queue. */
export const measureIdleMemory =
  (sockets: number): Part =>
  async (bench) => {
    const ours = createConnectChat({ dist: bench.dist, agents: 1, chatsAnAgent: 1 });
    const subjects = [createRaw({ isDurable: false }), createSocketIo(), ours].filter(
      ({ name }) => !bench.without.includes(name),
    );
    for (const subject of subjects) {
      const server = await subject.start();
      // The first sockets also load what exists once: code, V8's young generation, LevelDB's write buffer.
      await inBatches(first, 50, (index) => server.openIdle(sockets + index));
      // The cached states of these contacts are dropped after a while, which must not be subtracted from what
      // the others use.
      if (subject === ours) await setTimeout(untilLetGo);
      const before = await server.process.ownBytes();
      const open = await inBatches(sockets - first, 50, (index) => server.openIdle(index));
      const bytes = ((await server.process.ownBytes()) - before) / open.length;
      bench.say(`${sockets} idle sockets: ${subject.name} ${Math.round(bytes)} bytes each`);
      bench.note(`memory an idle socket, ${sockets}`, subject.name, { value: bytes / 1024, unit: 'KiB' });
      if (subject === ours)
        await measureLongIdle(bench, server.process, { before, sockets, open: open.length });
      await server.process.kill();
    }
  };

async function measureLongIdle(
  bench: Bench,
  process: PinnedProcess,
  { before, sockets, open }: { before: number; sockets: number; open: number },
): Promise<void> {
  await setTimeout(untilLetGo);
  const bytes = ((await process.ownBytes()) - before) / open;
  bench.say(`${sockets} sockets idle for two minutes: ${Math.round(bytes)} bytes each`);
  bench.note(`… after two minutes, ${sockets}`, 'Connect Chat', { value: bytes / 1024, unit: 'KiB' });
}
