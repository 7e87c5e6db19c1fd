import { contentTypes } from '../../../shared/content-types.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import { speakerOf, type ContactState, type Participant } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { NewEntry } from '../entry.js';
import { lastResortQueueId, systemSpeaker, type FlowWorld } from '../move-flow.js';
import { rightsOf } from '../roles.js';
import { end } from './end.js';

/** A participant leaves the contact, which goes on; without the participant whom it is for, it ends. */
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
  return { entries: leaving(state, [participant], { at: command.now, world }) };
}

/** What comes of participants' leaving: where nobody serves the contact any more, it waits again in its queue. */
export function leaving(
  state: ContactState,
  participants: readonly Participant[],
  { at, world }: { at: number; world: FlowWorld },
): NewEntry[] {
  const left = participants.map((participant): NewEntry => ({
    at,
    kind: 'participant.left',
    who: speakerOf(participant),
    agentId: participant.agentId,
  }));
  const serving = Object.values(state.participants).filter((each) => each.present && isLoad(each));
  const isLast = participants.some(isLoad) && serving.every((each) => participants.includes(each));
  return isLast ? [...left, ...returned(state, at, world)] : left;
}

const isLoad = (participant: Participant): boolean => rightsOf(participant).countsAsLoad;

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
