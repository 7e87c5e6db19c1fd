import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import { isSilent } from './customer-presence.js';

/** Routing offers a waiting contact to one agent until a time in milliseconds since 1970. */
export interface OfferCommand {
  type: 'offer';
  now: number;
  agentId: string;
  until: number;
}
/** The agent accepts the offer. */
export interface AcceptCommand {
  type: 'accept';
  now: number;
  agentId: string;
  participantId: string;
  displayName: string;
  /** Empty or left out if the account has no picture. */
  pictureUrl?: string;
}
/** The agent declines the offer. */
export interface DeclineCommand {
  type: 'decline';
  now: number;
  agentId: string;
}

export function offer(state: ContactState, { now: at, agentId, until }: OfferCommand): Decision {
  if (state.status !== 'ACTIVE' || !state.queue || state.offer) return { refused: 'OFFER_GONE' };
  if (state.goneSince !== null && isSilent(state)) return { refused: 'OFFER_GONE' };
  return { entries: [{ at, kind: 'offer.made', agentId, until }] };
}

/** A late answer is accepted while no other agent has the offer. Accepting twice is not an error. */
export function accept(state: ContactState, command: AcceptCommand): Decision {
  const { now: at, agentId, participantId, displayName, pictureUrl } = command;
  if (isInContact(state, agentId)) return nothing;
  if (state.offer?.agentId !== agentId) return { refused: 'OFFER_GONE' };
  return {
    entries: [
      { at, kind: 'offer.closed', agentId, reason: 'ACCEPTED' },
      {
        ...{ at, kind: 'participant.joined', who: { participantId, role: 'AGENT', displayName }, agentId },
        ...(pictureUrl && { pictureUrl }),
      },
    ],
  };
}

export function decline(state: ContactState, { now: at, agentId }: DeclineCommand): Decision {
  if (state.offer?.agentId !== agentId) return nothing;
  return { entries: [{ at, kind: 'offer.closed', agentId, reason: 'DECLINED' }] };
}

const isInContact = (state: ContactState, agentId: string): boolean =>
  state.status === 'ACTIVE' &&
  Object.values(state.participants).some(
    (participant) => participant.agentId === agentId && participant.present,
  );
