import { fileURLToPath } from 'node:url';
import { inBatches } from '../in-batches.js';
import { openLeanSocket, type LeanSocket } from '../lean-socket.js';
import { startPinned } from '../pinned-process.js';
import { chatOf, contentOf, type Subject } from '../subject.js';

const server = fileURLToPath(new URL('../servers/socket-io.mjs', import.meta.url));

/** socket.io with its defaults, over WebSocket only. */
export const createSocketIo = (): Subject => ({
  name: 'socket.io',
  async start() {
    const [process, line] = await startPinned({
      words: [server],
      isReady: (text) => text.startsWith('port '),
    });
    const port = Number(line.split(' ')[1]);
    return {
      process,
      openIdle: (index) => join(port, `room=i${index}&rooms=i${index}`, () => undefined),
      async openChats({ chats, chatsAnAgent }, ears) {
        const deliver = (text: Buffer): void => ears.delivered(chatOf(text)!);
        const agents = await inBatches(Math.ceil(chats / chatsAnAgent), 50, (agent) => {
          const own = Array.from({ length: chatsAnAgent }, (_, index) => agent * chatsAnAgent + index);
          return join(port, `rooms=${own.join()}`, deliver);
        });
        const customers = await inBatches(chats, 50, (chat) =>
          join(port, `room=${chat}&rooms=${chat}`, () => ears.acknowledged(chat)),
        );
        let said = 0;
        return {
          say(chat) {
            const message = `{"clientToken":"t${(said += 1)}","content":"${contentOf(chat)}"}`;
            customers[chat]!.sendText(`42${said}["message",${message}]`);
          },
          close: () => [...agents, ...customers].forEach((socket) => socket.close()),
        };
      },
    };
  },
});

/**
 * A hand-written client of Engine.IO and Socket.IO (protocols 4 and 5): `0` opens, `40` joins, `2` is
 * answered with `3`, and `42` and `43` carry messages.
 */
async function join(port: number, query: string, onMessage: (text: Buffer) => void): Promise<LeanSocket> {
  let joined = (): void => undefined;
  const isJoined = new Promise<void>((resolve) => void (joined = resolve));
  const opening = openLeanSocket({
    port,
    path: `/socket.io/?EIO=4&transport=websocket&${query}`,
    onText(text) {
      const [kind, second] = [text[0], text[1]];
      if (kind === 0x30) return void opening.then((socket) => socket.sendText('40'));
      if (kind === 0x32) return void opening.then((socket) => socket.sendText('3'));
      if (second === 0x30) return joined();
      onMessage(text);
    },
  });
  const socket = await opening;
  await isJoined;
  return socket;
}
