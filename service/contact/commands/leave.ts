import { contentTypes } from '../../../shared/content-types.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import { speakerOf, type ContactState, type Participant } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { NewEntry } from '../entry.js';
import { lastResortQueueId, systemSpeaker, type FlowWorld } from '../move-flow.js';
import { rightsOf } from '../roles.js';
import { end } from './end.js';

/** A participant leaves the contact. It goes on without them, except for the customer, whose leaving ends it. */
export interface LeaveCommand {
  type: 'leave';
  now: number;
  participantId: string;
}

export function leave(state: ContactState, command: LeaveCommand, world: FlowWorld): Decision {
  const participant = state.participants[command.participantId];
  if (!participant) return { refused: 'CONTACT_NOT_FOUND' };
  if (rightsOf(participant).isServed) return end(state, command);
  if (state.status !== 'ACTIVE' || !participant.present) return nothing;
  return { entries: leaveEntries(state, [participant], { at: command.now, world }) };
}

/** The entries for participants who leave. If no agent is left, the contact returns to its queue. */
export function leaveEntries(
  state: ContactState,
  participants: readonly Participant[],
  { at, world, isIdle = false }: { at: number; world: FlowWorld; isIdle?: boolean },
): NewEntry[] {
  const left = participants.map((participant): NewEntry => ({
    at,
    kind: 'participant.left',
    who: speakerOf(participant),
    agentId: participant.agentId,
    ...(isIdle && { isIdle }),
  }));
  const serving = Object.values(state.participants).filter((each) => each.present && isLoad(each));
  const isLast = participants.some(isLoad) && serving.every((each) => participants.includes(each));
  return isLast ? [...left, ...requeue(state, at, world)] : left;
}

const isLoad = (participant: Participant): boolean => rightsOf(participant).countsAsLoad;

/**
 * Returns the contact to its queue and tells the customer. If the queue was deleted meanwhile, takes the default one.
 */
function requeue({ lastQueue, targetQueueId }: ContactState, at: number, world: FlowWorld): NewEntry[] {
  const queueId = lastQueue?.queueId ?? targetQueueId ?? lastResortQueueId;
  const isKnown = Object.hasOwn(world.queues, queueId);
  const content = world.texts.requeued ?? defaultTexts.en.requeued;
  return [
    { at, kind: 'queue.returned', queueId: isKnown ? queueId : lastResortQueueId },
    { at, kind: 'message', who: systemSpeaker, clientToken: null, contentType: contentTypes.plain, content },
  ];
}
