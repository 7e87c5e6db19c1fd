// The baseline: passes a customer's messages to the chat's agent and back, without checking or storing them.
// With a folder as argument, each message is durable in LevelDB before it is passed on; concurrent messages
// share a commit.
import { ClassicLevel } from 'classic-level';
import { WebSocketServer, type WebSocket } from 'ws';

interface Message {
  data: Buffer;
  customer: WebSocket;
  agent: WebSocket | undefined;
}

const [, , folder] = process.argv;
const agents = new Map<string, WebSocket>();
const deliver = ({ data, customer, agent }: Message): void => {
  agent?.send(data, { binary: false });
  customer.send('{"type":"ack"}');
};
const take = folder ? await createStore(folder) : deliver;
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });

server.on('connection', (socket, { url = '' }) => {
  const [, role, name = ''] = url.split('/');
  if (role === 'agent') agents.set(name, socket);
  else socket.on('message', (data: Buffer) => take({ data, customer: socket, agent: agents.get(name) }));
});
server.on('listening', () => console.log(`port ${(server.address() as { port: number }).port}`));

async function createStore(location: string): Promise<(message: Message) => void> {
  const db = new ClassicLevel(location);
  await db.open();
  let waiting: Message[] = [];
  let isRunning = false;
  let count = 0;

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const batch = db.batch();
      for (const { data } of group) batch.put(`e!${String((count += 1)).padStart(10, '0')}`, data.toString());
      await batch.write({ sync: true });
      group.forEach(deliver);
    }
    isRunning = false;
  }
  return (message) => {
    waiting.push(message);
    if (!isRunning) void run();
  };
}
