import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ChatSession } from '../../client/chat-session.js';
import type { AgentSession } from '../../console/agent/session/agent-session.js';
import type { TranscriptItem } from '../../shared/transcript-item.js';
import { createAgent } from '../support/people.js';
import { createAgentProgram, createVisitor, until } from '../support/programs.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

const chats = 20;
const kills = 20;

const faults = suite<{ service: ServiceProcess }>('kill -9');
faults.before(async (context) => {
  context.service = await createService({ LOG_LEVEL: 'error' });
  await context.service.start();
});
faults.after(({ service }) => service.stop('SIGKILL').then(() => undefined));

interface LiveChat {
  contactId: string;
  visitor: ChatSession;
  /** The messages that each side sent, in order. */
  said: { customer: string[]; agent: string[] };
}

faults(
  `${kills} times during ${chats} live chats loses, duplicates and reorders nothing`,
  async ({ service }) => {
    const { body: widgets } = await service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
    const agents = await Promise.all(['ada', 'grace'].map((name) => atWork(service, name)));
    const live = await Promise.all(
      Array.from({ length: chats }, (_, index) =>
        startChat(service, widgets[0]!.widgetId, `Visitor ${index}`),
      ),
    );
    await until(
      () => live.every(({ contactId }) => agents.some((agent) => has(agent, contactId))),
      (changed) => both(agents.map((agent) => agent.on('change', changed))),
    );
    const agentOf = new Map(
      live.map(({ contactId }) => [contactId, agents.find((agent) => has(agent, contactId))!]),
    );

    const sent: Promise<TranscriptItem>[] = [];
    let isOver = false;
    const talk = live.map((chat) =>
      talkOn(chat, agentOf.get(chat.contactId)!, { sent, isOver: () => isOver }),
    );
    for (let kill = 0; kill < kills; kill += 1) {
      // Everything sent so far is stored, so all clients are back. Each chat has sent further messages
      // meanwhile.
      await Promise.all([...sent]);
      await service.stop('SIGKILL');
      await service.start();
      for (const session of [...agents, ...live.map(({ visitor }) => visitor)]) session.reconnectNow();
    }
    isOver = true;
    await Promise.all(talk);
    const items = await Promise.all(sent);

    const everySaid = live.flatMap(({ said }) => [...said.customer, ...said.agent]);
    assert.is(items.length, everySaid.length);
    assert.ok(everySaid.length > kills * chats, `only ${everySaid.length} messages`);
    for (const chat of live) {
      const agent = agentOf.get(chat.contactId)!;
      const path = `/api/contacts/${chat.contactId}/transcript`;
      const stored = (await service.rest<{ items: TranscriptItem[] }>('GET', path)).body.items;
      const complete = (seen: readonly TranscriptItem[]): boolean =>
        messages(seen).length === messages(stored).length;
      const ofAgent = () => agent.chats.find(({ contactId }) => contactId === chat.contactId)!.items;
      await until(
        () => complete(chat.visitor.items),
        (changed) => chat.visitor.on('items', changed),
      );
      await until(
        () => complete(ofAgent()),
        (changed) => agent.on('change', changed),
      );
      for (const seen of [stored, chat.visitor.items, ofAgent()]) {
        assert.equal(spoken(seen, 'CUSTOMER'), chat.said.customer);
        assert.equal(spoken(seen, 'AGENT'), chat.said.agent);
      }
      assert.equal(chat.visitor.items.map(key), stored.map(key), 'the customer sees what is stored');
      assert.equal(messages(ofAgent()).map(key), messages(stored).map(key), 'the agent sees what is stored');
    }
    console.log(`\n${kills} kills, ${everySaid.length} messages, 0 lost, 0 doubled, 0 reordered`);
    for (const session of [...agents, ...live.map(({ visitor }) => visitor)]) session.destroy();
  },
);

async function atWork(service: ServiceProcess, name: string): Promise<AgentSession> {
  await createAgent(service, name, chats);
  const agent = await createAgentProgram(service, name);
  agent.on('change', () => {
    for (const { card, answer } of agent.offers) if (!answer) agent.accept(card.contactId);
  });
  agent.connect();
  await until(
    () => agent.state === 'live',
    (changed) => agent.on('state', changed),
  );
  agent.setStatus('AVAILABLE');
  return agent;
}

async function startChat(service: ServiceProcess, widgetId: string, name: string): Promise<LiveChat> {
  const visitor = createVisitor(service, widgetId, name);
  const { contactId } = await visitor.start();
  return { contactId, visitor, said: { customer: [], agent: [] } };
}

/** Both sides send messages one after the other, and two at once, until the end. */
async function talkOn(
  { contactId, visitor, said }: LiveChat,
  agent: AgentSession,
  { sent, isOver }: { sent: Promise<TranscriptItem>[]; isOver: () => boolean },
): Promise<void> {
  for (let turn = 0; !isOver(); turn += 1) {
    const round = [`c${turn}a`, `c${turn}b`].map((text) => (said.customer.push(text), visitor.send(text)));
    round.push(
      ...[`a${turn}a`, `a${turn}b`].map((text) => (said.agent.push(text), agent.send(contactId, text))),
    );
    sent.push(...round);
    await Promise.all(round);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const has = (agent: AgentSession, contactId: string): boolean =>
  agent.chats.some((chat) => chat.contactId === contactId);
const both = (undos: (() => void)[]) => (): void => undos.forEach((undo) => undo());
const messages = (items: readonly TranscriptItem[]): TranscriptItem[] =>
  items.filter(({ type }) => type === 'MESSAGE');
const key = ({ seq, id, content }: TranscriptItem): string => `${seq} ${id} ${content}`;
const spoken = (items: readonly TranscriptItem[], role: string): (string | null)[] =>
  items
    .filter(({ participantRole, type }) => participantRole === role && type === 'MESSAGE')
    .map(({ content }) => content);
faults.run();
