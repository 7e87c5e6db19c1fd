// Why: most of a visitor's journeys need an agent, but no second browser for them. Extend with what agents
// do.
import * as assert from 'uvu/assert';
import type { AgentSession } from '../../console/agent/session/agent-session.js';
import { createAgent } from './people.js';
import { createAgentProgram, until } from './programs.js';
import type { ServiceProcess } from './service-process.js';

/** An available agent without a browser; `more` has further members of the account. */
export async function agentAtWork(
  service: ServiceProcess,
  username = 'grace',
  more: object = {},
): Promise<AgentSession> {
  await createAgent(service, username, 20, more);
  const agent = await createAgentProgram(service, username);
  agent.connect();
  await until(
    () => agent.state === 'live',
    (changed) => agent.on('state', changed),
  );
  agent.setStatus('AVAILABLE');
  return agent;
}

/** Accepts the chat that rings. Returns the contact's id. */
export async function acceptNext(agent: AgentSession): Promise<string> {
  const ringing = () => agent.offers.find(({ answer }) => !answer);
  await until(
    () => ringing() !== undefined,
    (changed) => agent.on('change', changed),
  );
  const { contactId } = ringing()!.card;
  agent.accept(contactId);
  return contactId;
}

/**
 * Waits until the agent has this many messages of the customer, and asserts that they are these, each once
 * and in order.
 */
export async function heardBy(agent: AgentSession, contactId: string, texts: string[]): Promise<void> {
  const said = (): (string | null)[] =>
    (agent.chats.find((chat) => chat.contactId === contactId)?.items ?? [])
      .filter(({ type, participantRole }) => type === 'MESSAGE' && participantRole === 'CUSTOMER')
      .map(({ content }) => content);
  await until(
    () => said().length >= texts.length,
    (changed) => agent.on('change', changed),
  );
  assert.equal(said(), texts);
}

/** Waits until the agent knows that the chat has ended. */
export const endedFor = (agent: AgentSession, contactId: string): Promise<void> =>
  until(
    () => agent.chats.some((chat) => chat.contactId === contactId && chat.phase === 'ended'),
    (changed) => agent.on('change', changed),
  );
