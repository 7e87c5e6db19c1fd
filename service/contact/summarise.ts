import { isSilent } from './commands/customer-presence.js';
import { endsAt } from './commands/wake.js';
import type { ContactState } from './contact-state.js';
import type { ContactSummary } from './contact-summary.js';
import { surveyAnswer } from './survey-answer.js';

/** The summary of a contact that has started, at a time. */
export function summarise(state: ContactState, now: number): ContactSummary {
  const agents = Object.values(state.participants).filter(({ agentId }) => agentId !== null);
  const isActive = state.status === 'ACTIVE';
  return {
    contactId: state.contactId,
    widgetId: state.widgetId,
    state: isActive ? 'ACTIVE' : 'ENDED',
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    customerName: state.participants[state.participantId]?.displayName ?? '',
    agentIds: unique(agents.map(({ agentId }) => agentId!)),
    activeAgentIds: isActive
      ? unique(agents.filter(({ present }) => present).map(({ agentId }) => agentId!))
      : [],
    queue: state.queue,
    offer: state.offer,
    passedOver: { ...state.passedOver },
    wakeAt: wakeAt(state, now),
    isLeftMessage: state.isLeftMessage,
    customerGone:
      isActive && state.goneSince !== null ? { since: state.goneSince, isSilent: isSilent(state) } : null,
    survey: surveyAnswer(state),
    attributes: { ...state.attributes.unverified, ...state.attributes.verified, ...state.flowAttributes },
  };
}

/** Entries of these kinds leave the summary as it is, so that a message costs no second write. */
export const keepsSummary: ReadonlySet<string> = new Set([
  'message',
  'attachment',
  'marked',
  'token.issued',
  'queue.targeted',
]);

/** The next time at which something happens though nobody acts; null where nothing ever will. */
export function wakeAt(state: ContactState, now: number): number | null {
  if (state.status !== 'ACTIVE') return null;
  const times = [endsAt(state)];
  if (state.flow?.wakeAt) times.push(state.flow.wakeAt);
  if (state.offer) times.push(state.offer.until);
  // An agent who was passed over may be asked again then.
  if (state.queue && !state.offer)
    times.push(...Object.values(state.passedOver).filter((until) => until > now));
  const next = Math.min(...times);
  return next === Infinity ? null : next;
}

const unique = (ids: string[]): string[] => [...new Set(ids)];
