import { contentTypes } from '../../../shared/content-types.js';
import { refuseContent } from '../contact-content.js';
import type { ContactState } from '../contact-state.js';
import { nothing, type Decision } from '../decision.js';
import type { ContactAttributes, ContactPage, NewEntry } from '../entry.js';
import { evolveAll } from '../evolve-all.js';
import { lastResortQueueId, moveFlow, type FlowWorld } from '../move-flow.js';
import { send, type SendCommand } from './send.js';

/**
 * A customer starts a chat. A repetition (the client didn't get the answer) issues another token for the same
 * participant.
 */
export interface StartCommand {
  type: 'start';
  now: number;
  widgetId: string;
  flowId: string;
  customer: { participantId: string; displayName: string; tokenHash: string; customerId: string | null };
  attributes: ContactAttributes;
  page: ContactPage | null;
  language: string;
  contentTypes: readonly string[];
  /** Minutes after which the chat ends by itself. */
  minutes: number;
  /** Minutes after which the chat ends if a silent customer is gone; null for never. */
  silentMinutes?: number | null;
  /** An offline message: the contact waits in this queue, and its flow doesn't run. */
  leftMessage?: { content: string; queueId: string } | null;
  /** The customer's first message, stored before the flow runs. */
  message?: FirstMessage | undefined;
  /** Whether the customer answered the widget's pre-chat questions. */
  hasAnswers?: boolean;
  /** Whether long messages are allowed. */
  longMessages?: boolean;
}

export type FirstMessage = Pick<SendCommand, 'clientToken' | 'contentType' | 'content'>;

/** Tokens per contact: more than a client needs for its retries, too few to fill the log. */
const tokensAtMost = 50;

export function start(state: ContactState, command: StartCommand, world: FlowWorld): Decision {
  if (state.status !== 'NEW') return startAgain(state, command);
  const {
    now: at,
    customer,
    type: _,
    now: __,
    leftMessage,
    message,
    hasAnswers,
    longMessages,
    ...facts
  } = command;
  const { participantId, displayName } = customer;
  const opening: NewEntry[] = [
    {
      at,
      kind: 'contact.started',
      contactId: state.contactId,
      customer,
      ...facts,
      ...(leftMessage && { isLeftMessage: true }),
      ...(hasAnswers && { hasAnswers }),
      ...(longMessages && { longMessages }),
    },
    {
      at,
      kind: 'participant.joined',
      who: { participantId, role: 'CUSTOMER', displayName },
      agentId: null,
    },
  ];
  if (leftMessage) return leave(opening, leftMessage, { command, world });
  // A map of its own: `evolve` adds to `sent` in place, and this start may still be refused.
  const before = { ...state, sent: new Map() };
  const first = message
    ? send(evolveAll(before, opening), { type: 'send', now: at, participantId, ...message })
    : nothing;
  if ('refused' in first) return { ...first, pointer: '/message/content' };
  if ('entries' in first) opening.push(...first.entries);
  const opened = evolveAll(before, opening);
  return { entries: [...opening, ...moveFlow(opened, { input: { type: 'start' }, now: at }, world)] };
}

/**
 * The message is the contact's first item. The contact waits in its queue; the flow doesn't run, because no agent is
 * there.
 */
function leave(
  opening: NewEntry[],
  { content, queueId }: { content: string; queueId: string },
  { command, world }: { command: StartCommand; world: FlowWorld },
): Decision {
  const { now: at, customer, longMessages = false } = command;
  const role = 'CUSTOMER';
  const contentType = contentTypes.plain;
  const refusal = refuseContent(
    { role, contentType, content },
    { contentTypes: [contentType], longMessages },
  );
  if (refusal) return { ...refusal, pointer: '/leftMessage' };
  const who = { participantId: customer.participantId, role, displayName: customer.displayName } as const;
  const waitsIn = Object.hasOwn(world.queues, queueId) ? queueId : lastResortQueueId;
  return {
    entries: [
      ...opening,
      { at, kind: 'message', who, clientToken: null, contentType, content },
      { at, kind: 'queue.targeted', queueId: waitsIn },
      { at, kind: 'queue.entered', queueId: waitsIn },
      { at, kind: 'flow.moved', flow: { actionId: null, wakeAt: null } },
    ],
  };
}

function startAgain(state: ContactState, { widgetId, customer, now }: StartCommand): Decision {
  if (state.widgetId !== widgetId || state.customerId !== customer.customerId)
    return { refused: 'TOKEN_REFUSED' };
  if (state.tokenHashes.length >= tokensAtMost) return { refused: 'RATE_LIMITED' };
  const { participantId } = state;
  return { entries: [{ at: now, kind: 'token.issued', participantId, tokenHash: customer.tokenHash }] };
}
