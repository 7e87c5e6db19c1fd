import { nextStatusOf } from '../../shared/agent-status.js';
import type { Presence } from '../backend/presence.js';
import type { Contacts } from '../contact/contacts.js';
import type { Workload } from './workload.js';

export interface NextStatusesOptions {
  contacts: Pick<Contacts, 'summaries'>;
  workload: Pick<Workload, 'loadOf'>;
  presence: Presence;
}

/**
 * Gives agents the status that they chose for the time after their last chat. After-contact work counts as a chat.
 * Create it after the router, whose workload it reads. Returns the undo.
 */
export function followNextStatuses({ contacts, workload, presence }: NextStatusesOptions): () => void {
  /** The agents who have chosen a next status. */
  const leaving = new Set<string>();

  function follow(agentId: string): void {
    const agent = presence.get(agentId);
    const next = agent && nextStatusOf(agent.status);
    if (!next) return void leaving.delete(agentId);
    leaving.add(agentId);
    if (workload.loadOf(agentId) === 0) presence.setStatus(agentId, next);
  }

  const undos = [presence.on('changed', follow), contacts.summaries.on(() => [...leaving].forEach(follow))];
  return () => undos.forEach((undo) => undo());
}
