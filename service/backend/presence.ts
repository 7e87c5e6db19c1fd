import type { AgentStatus } from '../../shared/agent-status.js';

/** The data of a staff account that presence needs. */
export interface AgentProfile {
  agentId: string;
  displayName: string;
  queues: readonly string[];
  maxChats: number;
}

/** An agent who has an open console, or had one a moment ago. */
export interface AgentPresence {
  profile: AgentProfile;
  status: AgentStatus;
  /** Open consoles (tabs, machines) in all processes. */
  consoles: number;
  /**
   * Since when the agent has had no new contact: milliseconds on a clock that never goes back and that all
   * agents share.
   */
  idleSince: number;
  /** Since when the agent has this status, on the same clock. */
  statusSince: number;
}

export interface PresenceEvents {
  /** Something that routing depends on changed. */
  changed(agentId: string): void;
  /** The agent's status changed. */
  status(agentId: string, status: AgentStatus): void;
}

/**
 * Which agents have an open console, and whether they take contacts. An implementation guarantees:
 * - A call takes effect for this process before it returns, and for other processes within a few seconds. If
 *   it can't be passed on at the moment, it is passed on later.
 * - `get` and `all` answer from this process's memory.
 * - Consoles belong to the process that opened them. If it dies, they are closed within a few seconds.
 * - An agent without a console for `limits.agentGone` is gone. Presence forgets the agent, then calls one
 *   receiver of `onGone` in one process. If that call rejects or its process dies, another receiver is
 *   called.
 * - Presence need not survive the last process: consoles report again after a restart.
 */
export interface Presence {
  /** A console opened in this process; `lastStatus` counts only if the agent is not known. Returns the undo. */
  open(profile: AgentProfile, lastStatus: AgentStatus): () => void;
  /**
   * The agent has chats: without a console they are gone after `limits.agentGone`, even if presence doesn't
   * know them yet.
   */
  expect(agentId: string): void;
  setStatus(agentId: string, status: AgentStatus): void;
  /** The account changed. */
  update(profile: AgentProfile): void;
  /** The agent got or lost a contact: idle from now on. Several processes may report the same change. */
  touch(agentId: string): void;
  get(agentId: string): AgentPresence | undefined;
  all(): Iterable<AgentPresence>;
  /** The time on the clock of `idleSince` and `statusSince`. */
  now(): number;
  /** Returns the undo. */
  on<Event extends keyof PresenceEvents>(event: Event, listener: PresenceEvents[Event]): () => void;
  /** Returns the undo. */
  onGone(receive: (agentId: string) => Promise<void>): () => void;
}

/** Whether an agent has a console and takes contacts. */
export const isAvailable = ({ status, consoles }: AgentPresence): boolean =>
  status === 'AVAILABLE' && consoles > 0;
