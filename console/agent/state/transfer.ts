import type { TransferTargets } from '../../../shared/transfer-target.js';

/** Where a chat is handed over to. */
export type TransferTo = { queueId: string } | { agentId: string };

/** A transfer that the agent is preparing: a snapshot that is replaced at each change. */
export interface PreparedTransfer {
  readonly contactId: string;
  readonly customerName: string;
  /** The key of the option that is chosen at first; empty for none. */
  readonly chosen: string;
  /** Undefined while they are being loaded. */
  readonly targets: TransferTargets | undefined;
  /** The target that the agent has asked for, until the service has answered. */
  readonly sent: TransferOption | undefined;
  /** What went wrong, in a sentence. */
  readonly problem: string;
}

/** One queue or agent to choose. */
export interface TransferOption {
  readonly key: string;
  readonly kind: 'queue' | 'agent';
  readonly name: string;
  /** What else helps to choose. */
  readonly hint: string;
  readonly to: TransferTo;
}

/** The queues and agents whose names have every word of a search, in any order. */
export function transferOptions(targets: TransferTargets, search: string): TransferOption[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const isFound = ({ name }: TransferOption) =>
    words.every((word) => name.toLocaleLowerCase().includes(word));
  return [...targets.queues.map(toQueueOption), ...targets.agents.map(toAgentOption)].filter(isFound);
}

const toQueueOption = ({
  queueId,
  name,
  agentsAvailable,
  waiting,
}: TransferTargets['queues'][number]): TransferOption => ({
  key: `queue:${queueId}`,
  kind: 'queue',
  name,
  hint: `${count(agentsAvailable, 'agent')} free, ${waiting} waiting`,
  to: { queueId },
});

const toAgentOption = ({ agentId, displayName }: TransferTargets['agents'][number]): TransferOption => ({
  key: `agent:${agentId}`,
  kind: 'agent',
  name: displayName,
  hint: 'Available',
  to: { agentId },
});

const count = (number: number, what: string): string =>
  number === 1 ? `1 ${what}` : `${number === 0 ? 'No' : number} ${what}s`;
