import { createNanoEvents } from 'nanoevents';
import { limits } from '../../../shared/limits.js';
import type { Clock } from '../../clock.js';
import type { AgentPresence, Presence, PresenceEvents } from '../presence.js';
import { createClaimedCalls } from './claimed-calls.js';
import { createGracePeriods } from './grace-periods.js';

/** Presence in memory, which ends with the process. */
export interface LocalPresence extends Presence {
  close(): void;
}

/** Creates presence in memory. Several users of one object act like several processes. */
export function createLocalPresence({ clock }: { clock: Clock }): LocalPresence {
  const agents = new Map<string, AgentPresence>();
  const events = createNanoEvents<PresenceEvents>();
  const gone = createClaimedCalls<[agentId: string]>();
  // An agent without a console keeps the status for a while: the page may be reloading, the service
  // restarting, the network interrupted.
  const grace = createGracePeriods({
    clock,
    milliseconds: limits.agentGone,
    onOver(agentId) {
      agents.delete(agentId);
      void gone.call(agentId).then((isDone) => isDone || expect(agentId));
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
      const now = clock.monotonic();
      const agent = known ?? { profile, status: lastStatus, consoles: 0, idleSince: now, statusSince: now };
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
      agent.idleSince = agent.statusSince = clock.monotonic();
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
    now: () => clock.monotonic(),
    on: (event, listener) => events.on(event, listener),
    onGone: (receive) => gone.add(receive),
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
