import type { AgentStatus } from '../../../shared/agent-status.js';
import type { TabMemory } from '../storage/tab-memory.js';

/** An older release of the page may have stored something else. */
const statuses = /^(AVAILABLE|MISSED|(NEXT:)?(OFFLINE|AWAY(:[\w-]+)?))$/;
const isStatus = (value: unknown): value is AgentStatus => typeof value === 'string' && statuses.test(value);

/** The agent's status before a reload; undefined if the tab has stored none. */
export function readStatus(memory: Pick<TabMemory, 'read'>): AgentStatus | undefined {
  const kept = memory.read('status');
  return isStatus(kept) ? kept : undefined;
}

export const keepStatus = (memory: Pick<TabMemory, 'write'>, status: AgentStatus): void =>
  memory.write('status', status);
