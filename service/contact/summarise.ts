import { isSilent } from './commands/customer-presence.js';
import type { ContactState, Participant } from './contact-state.js';
import type { ContactSummary } from './contact-summary.js';
import { deadlinesOf } from './deadlines.js';
import { rightsOf } from './roles.js';
import { surveyAnswer } from './survey-answer.js';

/** The summary of a contact that has started. */
export function summarise(state: ContactState): ContactSummary {
  const serving = Object.values(state.participants).filter((each) => rightsOf(each).countsAsLoad);
  const isActive = state.status === 'ACTIVE';
  const wrapUpAgentIds = orNone(Object.keys(state.wrapUps));
  return {
    contactId: state.contactId,
    widgetId: state.widgetId,
    state: isActive || wrapUpAgentIds.length > 0 ? 'ACTIVE' : 'ENDED',
    startedAt: state.startedAt,
    endedAt: state.endedAt,
    customerName: state.participants[state.participantId]?.displayName ?? '',
    agentIds: accountsOf(serving),
    activeAgentIds: isActive ? accountsOf(serving.filter(({ present }) => present)) : noIds,
    queue: state.queue,
    offer: state.offer,
    passedOver: state.passedOver,
    deadlines: deadlinesOf(state),
    isLeftMessage: state.isLeftMessage,
    customerGone:
      isActive && state.goneSince !== null ? { since: state.goneSince, isSilent: isSilent(state) } : null,
    survey: surveyAnswer(state),
    wrapUpAgentIds,
    outcome: state.outcome,
    attributes: attributesOf(state),
  };
}

/** Entries of these kinds don't change the summary, so that a message needs no second write. */
export const keepsSummary: ReadonlySet<string> = new Set([
  'message',
  'note',
  'attachment',
  'marked',
  'token.issued',
  'queue.targeted',
]);

/** The accounts of participants, each once. */
const accountsOf = (participants: readonly Participant[]): readonly string[] =>
  participants.length === 0 ? noIds : [...new Set(participants.flatMap(({ agentId }) => agentId ?? []))];

// Shared, because a process keeps the summary of every active contact, and most wait for their first agent.
const noIds: readonly string[] = Object.freeze([]);
const noAttributes: Readonly<Record<string, string>> = Object.freeze({});
const orNone = (ids: readonly string[]): readonly string[] => (ids.length === 0 ? noIds : ids);

function attributesOf({ attributes, flowAttributes }: ContactState): Readonly<Record<string, string>> {
  const all = { ...attributes.unverified, ...attributes.verified, ...flowAttributes };
  return Object.keys(all).length === 0 ? noAttributes : all;
}
