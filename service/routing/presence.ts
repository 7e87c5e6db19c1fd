import { createNanoEvents } from 'nanoevents';
import { limits } from '../../shared/limits.js';
import type { AgentStatus } from '../../shared/agent-status.js';
import type { Clock } from '../clock.js';
import { createGracePeriods } from './grace-periods.js';

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
  /** The agent's status is another one. */
  status(agentId: string, status: AgentStatus): void;
  /** The agent has had no console for {@link limits.agentGone}. */
  gone(agentId: string): void;
}

export interface PresenceOptions {
  clock: Clock;
}

/** Who is at a console, and takes contacts. Known while the service runs; consoles tell it again after a restart. */
export interface Presence {
  /** A console opened; `lastStatus` counts only where the agent is not known. Returns the undo. */
  open(profile: AgentProfile, lastStatus: AgentStatus): () => void;
  /** The agent has chats: without a console, it is gone after {@link limits.agentGone}, known here or not. */
  expect(agentId: string): void;
  setStatus(agentId: string, status: AgentStatus): void;
  /** The account changed. */
  update(profile: AgentProfile): void;
  /** The agent was given a contact, or got rid of one: idle from now on. */
  touch(agentId: string): void;
  get(agentId: string): AgentPresence | undefined;
  close(): void;
  all(): Iterable<AgentPresence>;
  on<Event extends keyof PresenceEvents>(event: Event, listener: PresenceEvents[Event]): () => void;
}

/** Whether an agent is there and takes contacts. */
export const isAvailable = ({ status, consoles }: AgentPresence): boolean =>
  status === 'AVAILABLE' && consoles > 0;

export function createPresence({ clock }: PresenceOptions): Presence {
  const agents = new Map<string, AgentPresence>();
  const events = createNanoEvents<PresenceEvents>();
  // An agent without a console keeps the status for a while: a reload, a restart, a tunnel.
  const grace = createGracePeriods({
    clock,
    milliseconds: limits.agentGone,
    onOver(agentId) {
      agents.delete(agentId);
      events.emit('gone', agentId);
      events.emit('changed', agentId);
    },
  });

  function expect(agentId: string): void {
    if (!agents.get(agentId)?.consoles) grace.begin(agentId);
  }

  function close(agentId: string): void {
    agents.get(agentId)!.consoles -= 1;
    expect(agentId);
    events.emit('changed', agentId);
  }

  return {
    open(profile, lastStatus) {
      const { agentId } = profile;
      const known = agents.get(agentId);
      grace.end(agentId);
      const agent = known ?? { profile, status: lastStatus, consoles: 0, idleSince: clock.monotonic() };
      agent.profile = profile;
      agent.consoles += 1;
      agents.set(agentId, agent);
      events.emit('changed', agentId);
      return once(() => close(agentId));
    },
    expect,
    setStatus(agentId, status) {
      const agent = agents.get(agentId);
      if (!agent || agent.status === status) return;
      agent.status = status;
      agent.idleSince = clock.monotonic();
      events.emit('status', agentId, status);
      events.emit('changed', agentId);
    },
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
    close: () => grace.close(),
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
