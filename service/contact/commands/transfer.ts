import { contentTypes } from '../../../shared/content-types.js';
import { defaultTexts } from '../../../shared/visitor-texts/default-texts.js';
import { speakerOf, type ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import { lastResortQueueId, systemSpeaker, type FlowWorld } from '../move-flow.js';
import { rightsOf } from '../roles.js';
import { withdrawOffer } from './end.js';
import { refuseNote } from './note.js';

/**
 * A participant hands the contact over, and leaves it. The customer keeps the chat and reads one line. Transferring twice
 * is not an error.
 */
export interface TransferCommand {
  type: 'transfer';
  now: number;
  participantId: string;
  to: TransferTarget;
  /** A private note for whoever takes the contact; empty for none. */
  note: string;
}

/** Where a contact is handed over to. The caller has checked that the agent can take contacts. */
export type TransferTarget = { queueId: string } | { agentId: string; displayName: string };

export function transfer(state: ContactState, command: TransferCommand, world: FlowWorld): Decision {
  const { now: at, participantId, to, note } = command;
  const participant = state.participants[participantId];
  if (!participant) return { refused: 'CONTACT_NOT_FOUND' };
  if (!rightsOf(participant).mayTransfer) return { refused: 'NOT_ALLOWED' };
  if (state.status === 'ENDED') return { refused: 'CONTACT_ENDED' };
  if (!participant.present) return nothing;
  const place = placeOf(state, to, world);
  if (!place || place.agentId === participant.agentId) return { refused: 'TRANSFER_TARGET_UNAVAILABLE' };
  const refusal = refuseNote(note, '/note');
  if (refusal) return refusal;
  const who = speakerOf(participant);
  const { queueId, agentId, name: transferredTo } = place;
  const { agentId: by } = participant;
  const content = world.texts.transferred ?? defaultTexts.en.transferred;
  return {
    entries: [
      ...withdrawOffer(state, at),
      { at, kind: 'note', who, clientToken: null, content: note, transferredTo },
      { at, kind: 'participant.left', who, agentId: by, isTransfer: true },
      { at, kind: 'queue.transferred', queueId, agentId, by },
      {
        at,
        kind: 'message',
        who: systemSpeaker,
        clientToken: null,
        contentType: contentTypes.plain,
        content,
      },
    ],
  };
}

/** Where the contact waits from now on. An agent who doesn't take it leaves it to the queue that it came from. */
function placeOf({ lastQueue, targetQueueId }: ContactState, to: TransferTarget, { queues }: FlowWorld) {
  if ('queueId' in to) {
    const queue = Object.hasOwn(queues, to.queueId) ? queues[to.queueId] : undefined;
    return queue && { queueId: to.queueId, agentId: null, name: queue.name };
  }
  const from = lastQueue?.queueId ?? targetQueueId ?? lastResortQueueId;
  const queueId = Object.hasOwn(queues, from) ? from : lastResortQueueId;
  return { queueId, agentId: to.agentId, name: to.displayName };
}
