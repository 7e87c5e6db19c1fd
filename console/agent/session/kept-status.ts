import type { AgentStatus } from '../../../shared/agent-status.js';
import type { TabMemory } from '../storage/tab-memory.js';

const statuses: readonly unknown[] = ['AVAILABLE', 'OFFLINE', 'MISSED'] satisfies AgentStatus[];
const isStatus = (value: unknown): value is AgentStatus => statuses.includes(value);

/** The agent's status before a reload; undefined if the tab has stored none. */
export function readStatus(memory: Pick<TabMemory, 'read'>): AgentStatus | undefined {
  const kept = memory.read('status');
  return isStatus(kept) ? kept : undefined;
}

export const keepStatus = (memory: Pick<TabMemory, 'write'>, status: AgentStatus): void =>
  memory.write('status', status);
