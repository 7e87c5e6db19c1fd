// Why: several tests have chats whose sides come by different processes. Extend with what both sides do.
import * as assert from 'uvu/assert';
import type { ChatSession } from '../../../client/chat-session.js';
import type { AgentSession } from '../../../console/agent/session/agent-session.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import { acceptNext, agentAtWork } from '../../support/agent-at-work.js';
import { createVisitor, until } from '../../support/programs.js';
import type { ServiceProcess } from '../../support/service-process.js';

/** The processes, and the addresses by which people reach them. */
export interface Processes {
  services: readonly [ServiceProcess, ServiceProcess];
  visitors: { url: string };
  agents: { url: string };
  /** Whoever is connected, whether the test came to its end or not. */
  sessions: { destroy(): void }[];
}

/** A chat whose visitor and agent come by different processes. */
export interface Chat {
  contactId: string;
  visitor: ChatSession;
  agent: AgentSession;
  said: { visitor: string[]; agent: string[] };
}

export async function openChat(
  { services, visitors, agents, sessions }: Processes,
  username: string,
): Promise<Chat> {
  const { widgetId } = (
    await services[0].rest<{ widgetId: string }>('POST', '/api/widgets', {
      name: 'Shop',
      domains: [visitors.url],
    })
  ).body;
  const agent = await agentAtWork({ ...services[1], url: agents.url }, username);
  sessions.push(agent);
  const visitor = createVisitor({ ...services[0], url: visitors.url }, widgetId, 'Cleo');
  sessions.push(visitor);
  const [{ contactId }] = await Promise.all([visitor.start(), acceptNext(agent)]);
  // An accept that a fault refuses would have to be pressed again.
  await until(
    () => agent.chats.some((chat) => chat.contactId === contactId),
    (changed) => agent.on('change', changed),
  );
  return { contactId, visitor, agent, said: { visitor: [], agent: [] } };
}

/** Both sides say one thing after the other, `rounds` times or until it is over. */
export async function talk(
  { contactId, visitor, agent, said }: Chat,
  name: string,
  isOver: (round: number) => boolean,
) {
  for (let round = 0; !isOver(round); round += 1) {
    const texts = [`${name} ${round} from the visitor`, `${name} ${round} from the agent`] as const;
    said.visitor.push(texts[0]);
    said.agent.push(texts[1]);
    await Promise.all([visitor.send(texts[0]), agent.send(contactId, texts[1])]);
  }
}

const messagesOf = (items: readonly TranscriptItem[]): TranscriptItem[] =>
  items.filter(({ type, participantRole }) => type === 'MESSAGE' && participantRole !== 'SYSTEM');
const textsOf = (items: readonly TranscriptItem[], role: string): (string | null)[] =>
  messagesOf(items)
    .filter(({ participantRole }) => participantRole === role)
    .map(({ content }) => content);

/** What is stored, and what each side sees, is what was said: each once, in order. */
export async function checkAll(
  service: ServiceProcess,
  { contactId, visitor, agent, said }: Chat,
): Promise<void> {
  const count = said.visitor.length + said.agent.length;
  const ofAgent = () => agent.chats.find((chat) => chat.contactId === contactId)!.items;
  await until(
    () => messagesOf(visitor.items).length >= count,
    (changed) => visitor.on('items', changed),
  );
  await until(
    () => messagesOf(ofAgent()).length >= count,
    (changed) => agent.on('change', changed),
  );
  const path = `/api/contacts/${contactId}/transcript`;
  const stored = (await service.rest<{ items: TranscriptItem[] }>('GET', path)).body.items;
  const key = ({ seq, id, content }: TranscriptItem): string => `${seq} ${id} ${content}`;
  for (const seen of [stored, visitor.items, ofAgent()]) {
    assert.equal(textsOf(seen, 'CUSTOMER'), said.visitor);
    assert.equal(textsOf(seen, 'AGENT'), said.agent);
    assert.equal(messagesOf(seen).map(key), messagesOf(stored).map(key));
  }
}

export const rounds = (count: number) => (round: number) => round >= count;
