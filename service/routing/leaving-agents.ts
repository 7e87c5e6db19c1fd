import type { Clock } from '../clock.js';
import type { Contacts } from '../contact/contacts.js';
import { isDamage } from '../errors.js';
import type { Presence } from '../backend/presence.js';
import type { Workload } from './workload.js';

export interface LeavingAgentsOptions {
  contacts: Pick<Contacts, 'run' | 'summaries'>;
  workload: Pick<Workload, 'contactsOf' | 'ringingAt' | 'wrapUpsOf'>;
  presence: Presence;
  clock: Clock;
  onError: (error: unknown, contactId: string) => void;
}

/**
 * Returns the chats of absent agents to their queues: at once when the agent goes offline or the account's sessions
 * end, after a grace period when the last console is closed. After a restart, agents with chats have that period to
 * reconnect.
 */
export interface LeavingAgents {
  /** The agent's sessions ended: signed out, password changed, account disabled or deleted. */
  signOut(agentId: string): void;
  /** The chats that returned to their queues while the agent had no console. Gives each one once. */
  takeReturned(agentId: string): string[];
  close(): void;
}

/** Milliseconds until a contact that could not be released is retried. */
const retryAfter = 5_000;
/** Chats per agent that are remembered for the agent's return. */
const returnedAtMost = 100;

export function createLeavingAgents(options: LeavingAgentsOptions): LeavingAgents {
  const { contacts, workload, presence, clock, onError } = options;
  const returned = new Map<string, string[]>();

  const undos = [
    presence.onGone(async (agentId) => {
      const contactIds = workload.contactsOf(agentId);
      if (contactIds.length > 0) returned.set(agentId, contactIds.slice(0, returnedAtMost));
      await release(agentId);
    }),
    presence.on('status', (agentId, status) => {
      if (status === 'OFFLINE') void release(agentId);
    }),
    // Presence knows nothing about chats from before a restart, or accepted while the console was closing.
    contacts.summaries.on(({ summary: { activeAgentIds } }) => {
      for (const agentId of activeAgentIds) presence.expect(agentId);
    }),
  ];

  /** Resolves when every contact was released, or its retry is scheduled. */
  async function release(agentId: string): Promise<void> {
    const contactIds = new Set([
      ...workload.ringingAt(agentId),
      ...workload.contactsOf(agentId),
      ...workload.wrapUpsOf(agentId),
    ]);
    await Promise.all([...contactIds].map((contactId) => leave(contactId, agentId)));
  }

  async function leave(contactId: string, agentId: string): Promise<void> {
    try {
      await contacts.run(contactId, { type: 'release', now: clock.now(), agentId });
    } catch (error) {
      onError(error, contactId);
      clock.later(retryAfter, () => {
        if (!isAtWork(agentId) && !isDamage(error)) void leave(contactId, agentId);
      });
    }
  }

  function isAtWork(agentId: string): boolean {
    const agent = presence.get(agentId);
    return agent !== undefined && agent.status !== 'OFFLINE';
  }

  return {
    signOut(agentId) {
      // The status first, so that closing consoles get no offers.
      presence.setStatus(agentId, 'OFFLINE');
      void release(agentId);
    },
    takeReturned(agentId) {
      const contactIds = returned.get(agentId) ?? [];
      returned.delete(agentId);
      return contactIds;
    },
    close: () => undos.forEach((undo) => undo()),
  };
}
