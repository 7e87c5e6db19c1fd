import type { ContactState } from '../contact-state.js';
import type { Decision } from '../decision.js';
import type { ContactAttributes, ContactPage, NewEntry } from '../entry.js';
import { evolveAll } from '../evolve-all.js';
import { moveFlow, type FlowWorld } from '../move-flow.js';

/** A customer opens a chat. The same contact id again (its answer was lost) issues one more token for the same person. */
export interface StartCommand {
  type: 'start';
  now: number;
  widgetId: string;
  flowId: string;
  customer: { participantId: string; displayName: string; tokenHash: string; customerId: string | null };
  attributes: ContactAttributes;
  page: ContactPage | null;
  language: string;
  contentTypes: string[];
  /** Minutes after which the chat ends by itself. */
  minutes: number;
}

/** Tokens for one start: enough for any honest retry, too few to fill a log with. */
const tokensAtMost = 50;

export function start(state: ContactState, command: StartCommand, world: FlowWorld): Decision {
  if (state.status !== 'NEW') return startAgain(state, command);
  const { now: at, customer, type: _, now: __, ...facts } = command;
  const { participantId, displayName } = customer;
  const opening: NewEntry[] = [
    { at, kind: 'contact.started', contactId: state.contactId, customer, ...facts },
    {
      at,
      kind: 'participant.joined',
      who: { participantId, role: 'CUSTOMER', displayName },
      agentId: null,
    },
  ];
  const opened = evolveAll(state, opening);
  return { entries: [...opening, ...moveFlow(opened, { input: { type: 'start' }, now: at }, world)] };
}

function startAgain(state: ContactState, { widgetId, customer, now }: StartCommand): Decision {
  if (state.widgetId !== widgetId || state.customerId !== customer.customerId)
    return { refused: 'TOKEN_REFUSED' };
  if (state.tokenHashes.length >= tokensAtMost) return { refused: 'RATE_LIMITED' };
  const { participantId } = state;
  return { entries: [{ at: now, kind: 'token.issued', participantId, tokenHash: customer.tokenHash }] };
}
