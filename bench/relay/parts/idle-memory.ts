import type { Part } from '../figures.js';
import { inBatches } from '../in-batches.js';
import { createConnectChat } from '../subjects/connect-chat.js';
import { createRaw } from '../subjects/raw.js';
import { createSocketIo } from '../subjects/socket-io.js';

const first = 2_000;

/** Bytes of the server for each socket that is open and says nothing; ours have a chat that waits in the queue. */
export const measureIdleMemory =
  (sockets: number): Part =>
  async (bench) => {
    const subjects = [
      createRaw({ isDurable: false }),
      createSocketIo(),
      createConnectChat({ dist: bench.dist, agents: 1, chatsAnAgent: 1 }),
    ].filter(({ name }) => !bench.without.includes(name));
    for (const subject of subjects) {
      const server = await subject.start();
      // The first bring what is there once for all: code, V8's young generation, what LevelDB gathers before it writes.
      await inBatches(first, 50, (index) => server.openIdle(sockets + index));
      const before = await server.process.residentBytes();
      const open = await inBatches(sockets - first, 50, (index) => server.openIdle(index));
      const bytes = ((await server.process.residentBytes()) - before) / open.length;
      bench.say(`${sockets} idle sockets: ${subject.name} ${Math.round(bytes)} bytes each`);
      bench.note(`memory an idle socket, ${sockets}`, subject.name, { value: bytes / 1024, unit: 'KiB' });
      await server.process.kill();
    }
  };
