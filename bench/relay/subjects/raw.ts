import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inBatches } from '../in-batches.js';
import { openLeanSocket, type LeanSocket } from '../lean-socket.js';
import { startPinned } from '../pinned-process.js';
import { chatOf, contentOf, type Subject } from '../subject.js';

const server = fileURLToPath(new URL('../servers/raw.ts', import.meta.url));
const nothing = (): void => undefined;

/** Bare `ws`, which is 1.0 of every ratio. If durable, with the same store as ours and nothing else. */
export const createRaw = ({ isDurable }: { isDurable: boolean }): Subject => ({
  name: isDurable ? 'raw ws, durable' : 'raw ws',
  async start() {
    const store = isDurable ? [mkdtempSync(join(tmpdir(), 'connect-chat-bench-'))] : [];
    const [process, line] = await startPinned({
      words: ['--import', 'tsx', server, ...store],
      isReady: (text) => text.startsWith('port '),
    });
    const port = Number(line.split(' ')[1]);
    return {
      process,
      openIdle: (index) => openLeanSocket({ port, path: `/customer/idle${index}`, onText: nothing }),
      async openChats({ chats, chatsAnAgent }, ears) {
        const hear = (text: Buffer): void => ears.delivered(chatOf(text)!);
        const agents = await inBatches(Math.ceil(chats / chatsAnAgent), 50, (agent) =>
          openLeanSocket({ port, path: `/agent/${agent}`, onText: hear }),
        );
        const customers = await inBatches(chats, 50, (chat) =>
          openLeanSocket({
            port,
            path: `/customer/${Math.floor(chat / chatsAnAgent)}`,
            onText: () => ears.acknowledged(chat),
          }),
        );
        let said = 0;
        return {
          say: (chat) => customers[chat]!.sendText(messageFrame(`t${(said += 1)}`, chat)),
          close: () => [...agents, ...customers].forEach((socket: LeanSocket) => socket.close()),
        };
      },
    };
  },
});

/** A message as a customer's socket sends it, in the service's own format. */
export const messageFrame = (clientToken: string, chat: number): string =>
  `{"type":"message","clientToken":"${clientToken}","contentType":"text/plain","content":"${contentOf(chat)}"}`;
