import { createNanoEvents } from 'nanoevents';
import type { AgentStatus } from '../../shared/protocol/agent-frames.js';
import type { Clock } from '../clock.js';

/** What presence needs to know of a staff account. */
export interface AgentProfile {
  agentId: string;
  displayName: string;
  queues: readonly string[];
  maxChats: number;
}

/** An agent who is, or a moment ago was, at a console. */
export interface AgentPresence {
  profile: AgentProfile;
  status: AgentStatus;
  /** Open consoles: tabs, machines. */
  consoles: number;
  /** Since when without a new contact, in monotonic milliseconds. */
  idleSince: number;
}

export interface PresenceEvents {
  /** Something that routing cares about changed. */
  changed(agentId: string): void;
  /** The agent's status is another one; `MISSED` where not the agent changed it. */
  status(agentId: string, status: AgentStatus, reason?: 'MISSED'): void;
}

export interface PresenceOptions {
  clock: Clock;
}

/** Who is at a console, and takes contacts. Known while the service runs; consoles tell it again after a restart. */
export interface Presence {
  /** A console opened; `lastStatus` counts only where the agent is not known. Returns the undo. */
  open(profile: AgentProfile, lastStatus: AgentStatus): () => void;
  setStatus(agentId: string, status: AgentStatus, reason?: 'MISSED'): void;
  /** The account changed. */
  update(profile: AgentProfile): void;
  /** The agent was given a contact, or got rid of one: idle from now on. */
  touch(agentId: string): void;
  get(agentId: string): AgentPresence | undefined;
  all(): Iterable<AgentPresence>;
  on<Event extends keyof PresenceEvents>(event: Event, listener: PresenceEvents[Event]): () => void;
}

/** Whether an agent is there and takes contacts. */
export const isAvailable = ({ status, consoles }: AgentPresence): boolean =>
  status === 'AVAILABLE' && consoles > 0;

/** How long an agent without any console keeps the status: a reload, a restart, a tunnel. */
const graceMilliseconds = 30_000;

export function createPresence({ clock }: PresenceOptions): Presence {
  const agents = new Map<string, AgentPresence>();
  const leaving = new Map<string, () => void>();
  const events = createNanoEvents<PresenceEvents>();

  function setStatus(agentId: string, status: AgentStatus, reason?: 'MISSED'): void {
    const agent = agents.get(agentId);
    if (!agent || agent.status === status) return;
    agent.status = status;
    agent.idleSince = clock.monotonic();
    events.emit('status', agentId, status, reason);
    events.emit('changed', agentId);
  }

  function close(agentId: string): void {
    const agent = agents.get(agentId)!;
    agent.consoles -= 1;
    if (agent.consoles === 0) {
      const undo = clock.later(graceMilliseconds, () => {
        leaving.delete(agentId);
        agents.delete(agentId);
        events.emit('changed', agentId);
      });
      leaving.set(agentId, undo);
    }
    events.emit('changed', agentId);
  }

  return {
    open(profile, lastStatus) {
      const { agentId } = profile;
      const known = agents.get(agentId);
      leaving.get(agentId)?.();
      leaving.delete(agentId);
      const agent = known ?? { profile, status: lastStatus, consoles: 0, idleSince: clock.monotonic() };
      agent.profile = profile;
      agent.consoles += 1;
      agents.set(agentId, agent);
      events.emit('changed', agentId);
      return once(() => close(agentId));
    },
    setStatus,
    update(profile) {
      const agent = agents.get(profile.agentId);
      if (!agent) return;
      agent.profile = profile;
      events.emit('changed', profile.agentId);
    },
    touch(agentId) {
      const agent = agents.get(agentId);
      if (agent) agent.idleSince = clock.monotonic();
    },
    get: (agentId) => agents.get(agentId),
    all: () => agents.values(),
    on: (event, listener) => events.on(event, listener),
  };
}

function once(callback: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    callback();
  };
}
