import { contentTypes } from '../../../shared/content-types.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import type { ContactState, Participant } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { NewEntry } from '../entry.js';
import { lastResortQueueId, systemSpeaker, type FlowWorld } from '../move-flow.js';
import { withdrawOffer } from './end.js';

/**
 * An agent leaves the contact, which goes on: the agent went offline, signed out, or has no console any more. An offer
 * that rings at the agent is withdrawn.
 */
export interface LeaveCommand {
  type: 'leave';
  now: number;
  agentId: string;
}

/** Where no other agent is left, the contact waits again in the queue that it was taken from. */
export function leave(state: ContactState, command: LeaveCommand, world: FlowWorld): Decision {
  const { now: at, agentId } = command;
  if (state.status !== 'ACTIVE') return nothing;
  const withdrawn = state.offer?.agentId === agentId ? withdrawOffer(state, at) : [];
  const agents = Object.values(state.participants).filter((each) => each.agentId !== null && each.present);
  const leaving = agents.filter((agent) => agent.agentId === agentId);
  const left = leaving.map((agent): NewEntry => ({
    at,
    kind: 'participant.left',
    who: speaker(agent),
    agentId,
  }));
  const isLast = leaving.length > 0 && leaving.length === agents.length;
  return { entries: [...withdrawn, ...left, ...(isLast ? returned(state, at, world) : [])] };
}

/** The customer is told. The queue may have been deleted while the contact was served. */
function returned({ lastQueue, targetQueueId }: ContactState, at: number, world: FlowWorld): NewEntry[] {
  const queueId = lastQueue?.queueId ?? targetQueueId ?? lastResortQueueId;
  const isKnown = Object.hasOwn(world.queues, queueId);
  const content = world.texts.requeued ?? defaultTexts.en.requeued;
  return [
    { at, kind: 'queue.returned', queueId: isKnown ? queueId : lastResortQueueId },
    { at, kind: 'message', who: systemSpeaker, clientToken: null, contentType: contentTypes.plain, content },
  ];
}

const speaker = ({ participantId, role, displayName }: Participant) => ({ participantId, role, displayName });
