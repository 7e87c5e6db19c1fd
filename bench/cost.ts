// What a contact and a message cost: bytes and statements in PostgreSQL, bytes in a data folder, messages on sockets. The
// figures of docs/explanation/scaling.md.
// Usage: npm run bench:cost -- [--contacts 100] [--messages 10]
import { parseArgs } from 'node:util';
import { AgentSession } from '../console/agent/session/agent-session.js';
import { ChatSession } from '../client/chat-session.js';
import { createMemoryStore } from '../client/chat-store.js';
import { createAgent } from '../test/support/people.js';
import { createTabMemory, signInProgram, until } from '../test/support/programs.js';
import { createService, type ServiceProcess } from '../test/support/service-process.js';
import { countingSockets, type Frames } from './cost/counting-sockets.js';
import { openEmbeddedStore, openPostgresStore, type Store } from './cost/stores.js';

const { values } = parseArgs({
  options: { contacts: { type: 'string', default: '100' }, messages: { type: 'string', default: '10' } },
});
const contactCount = Number(values.contacts);
/** Messages of each side of a contact. */
const messageCount = Number(values.messages);
const chatsAnAgent = 20;
/** Bytes of each message's text: a long sentence. */
const text = 'The order has left our warehouse this morning, and should be at your door by tomorrow noon.';

interface Chat {
  contactId: string;
  visitor: ChatSession;
  agent: AgentSession;
}

const openAgent = async (service: ServiceProcess, index: number, frames: Frames): Promise<AgentSession> => {
  const username = `agent${index}`;
  await createAgent(service, username, chatsAnAgent);
  const cookie = await signInProgram(service, username);
  const environment = { WebSocket: countingSockets(frames, service.url, cookie) };
  const agent = new AgentSession({ serviceUrl: service.url, memory: createTabMemory(), environment });
  agent.on('change', () =>
    agent.offers.forEach(({ card, answer }) => answer || agent.accept(card.contactId)),
  );
  agent.connect();
  await until(
    () => agent.state === 'live',
    (changed) => agent.on('state', changed),
  );
  agent.setStatus('AVAILABLE');
  return agent;
};

async function openChat(
  { url }: ServiceProcess,
  { widgetId, agents, frames }: { widgetId: string; agents: AgentSession[]; frames: Frames },
): Promise<Chat> {
  const visitor = new ChatSession({
    serviceUrl: url,
    widgetId,
    customerName: async () => 'Cleo',
    store: createMemoryStore(),
    environment: { WebSocket: countingSockets(frames, url) },
  });
  const { contactId } = await visitor.start();
  const holds = (agent: AgentSession): boolean => agent.chats.some((chat) => chat.contactId === contactId);
  const agent = await Promise.race(
    agents.map((each) =>
      until(
        () => holds(each),
        (changed) => each.on('change', changed),
      ).then(() => each),
    ),
  );
  return { contactId, visitor, agent };
}

async function measure(name: string, store: Store): Promise<void> {
  const frames: Frames = { sent: 0, received: 0, bytes: 0 };
  const service = await createService(store.environment);
  await service.start();
  const { widgetId } = (
    await service.rest<{ widgetId: string }>('POST', '/api/widgets', { name: 'Shop', domains: [] })
  ).body;
  const agentCount = Math.ceil(contactCount / chatsAnAgent);
  const agents = await Promise.all(
    Array.from({ length: agentCount }, (_, index) => openAgent(service, index, frames)),
  );
  const chats: Chat[] = [];
  let before = { ...(await store.read()), ...frames };
  async function report(what: string, count: number): Promise<void> {
    const after = { ...(await store.read()), ...frames };
    const each = (key: keyof typeof after): string => ((after[key] - before[key]) / count).toFixed(1);
    console.log(
      `${name.padEnd(10)} ${what.padEnd(34)} ${each('stored').padStart(8)} B stored ${each('journal').padStart(8)} B of journal ${each('statements').padStart(6)} statements ${each('sent').padStart(5)} frames sent ${each('received').padStart(5)} received ${each('bytes').padStart(7)} B of frames`,
    );
    before = { ...(await store.read()), ...frames };
  }
  for (let index = 0; index < contactCount; index += 1)
    chats.push(await openChat(service, { widgetId, agents, frames }));
  await report('a contact, opened and accepted', contactCount);

  for (const { visitor } of chats) await visitor.send(text);
  await report('a message, one at a time', contactCount);

  const talk = async ({ contactId, visitor, agent }: Chat): Promise<void> => {
    for (let round = 0; round < messageCount; round += 1) {
      await visitor.send(text);
      await agent.send(contactId, text);
    }
  };
  await Promise.all(chats.map(talk));
  await report(`a message, ${contactCount} chats at once`, contactCount * messageCount * 2);
  for (const { visitor } of chats) await visitor.end();
  await report('the end of a contact', contactCount);
  for (const { visitor } of chats) visitor.destroy();
  for (const agent of agents) agent.destroy();
  await service.stop('SIGTERM');
  await store.close();
}

await measure('PostgreSQL', await openPostgresStore());
await measure('embedded', await openEmbeddedStore());
