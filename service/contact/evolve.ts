import { contentTypes } from '../../shared/content-types.js';
import { safeFileName } from '../../shared/safe-file-name.js';
import { limits } from '../../shared/limits.js';
import type { ContactState, QueuePlace } from './contact-state.js';
import { copyState } from './copy-state.js';
import type { Entry, EntryKind, PlainEventKind, Speaker } from './entry.js';
import { rightsOf } from './roles.js';
import { noteSent } from './sent-tokens.js';

/** Null if only the number changes, as with most messages. */
type Change = Partial<ContactState> | null;
type EntryOf<Kind extends EntryKind> = Extract<Entry, { kind: Kind }>;
type ChangingKind = Exclude<EntryKind, PlainEventKind>;

/**
 * The state after one more entry. The given state must not be used afterwards: `sent`, which grows with every message,
 * is moved and not copied, so that the cost of a message doesn't depend on their number. If the entries then can't be
 * stored, drop the state and fold the log again.
 */
export const evolve = (state: ContactState, entry: Entry): ContactState => advance(copyState(state), entry);

/** The same without a copy: changes the given state and returns it. */
export function advance(state: ContactState, entry: Entry): ContactState {
  const change = changes[entry.kind] as ((state: ContactState, entry: Entry) => Change) | undefined;
  const changed = change?.(state, entry);
  state.lastSeq = entry.seq;
  return changed ? Object.assign(state, changed) : state;
}

const changes: { [Kind in ChangingKind]: (state: ContactState, entry: EntryOf<Kind>) => Change } = {
  'contact.started': (
    _,
    {
      customer,
      at,
      minutes = limits.chatMinutes,
      silentMinutes = limits.silentMinutes,
      isLeftMessage = false,
      hasAnswers = false,
      longMessages = false,
      ...facts
    },
  ) => ({
    status: 'ACTIVE',
    startedAt: at,
    minutes,
    silentMinutes,
    countsFrom: isLeftMessage ? null : at,
    isLeftMessage,
    hasAnswers,
    longMessages,
    widgetId: facts.widgetId,
    flowId: facts.flowId,
    attributes: facts.attributes,
    page: facts.page,
    language: facts.language,
    contentTypes: facts.contentTypes,
    customerId: customer.customerId,
    participantId: customer.participantId,
    tokenHashes: [customer.tokenHash],
  }),
  'token.issued': (state, { tokenHash }) => ({ tokenHashes: [...state.tokenHashes, tokenHash] }),
  'participant.joined': (state, { who, agentId, at }) => ({
    participants: { ...state.participants, [who.participantId]: participantOf(who, agentId) },
    ...(rightsOf(who).countsAsLoad && {
      queue: null,
      passedOver: {},
      transfer: null,
      countsFrom: state.countsFrom ?? at,
    }),
  }),
  'participant.left': (state, { who }) => ({ participants: withoutPresence(state, who.participantId) }),
  message: (state, { seq, who, clientToken, contentType, content }) => {
    if (clientToken !== null) noteSent(state.sent, who.participantId, clientToken, seq);
    return rightsOf(who).isServed ? customerSent(state, contentType, content) : null;
  },
  attachment: (state, { seq, who, clientToken, attachmentId, ...file }) => {
    noteSent(state.sent, who.participantId, clientToken, seq);
    const attachmentIds = [...state.attachmentIds, attachmentId];
    if (!rightsOf(who).isServed) return { attachmentIds };
    return { attachmentIds, latestMessage: safeFileName(file), customerMessages: state.customerMessages + 1 };
  },
  note: (state, { seq, who, clientToken, content, transferredTo }) => {
    if (clientToken !== null) noteSent(state.sent, who.participantId, clientToken, seq);
    return transferredTo === undefined ? null : { transfer: { by: who.displayName, note: content } };
  },
  marked: (state, { participantId, delivered, read }) => ({
    marks: { ...state.marks, [participantId]: { delivered, read } },
  }),
  'attributes.set': (state, { attributes }) => ({
    flowAttributes: { ...state.flowAttributes, ...attributes },
  }),
  'flow.moved': (_, { flow }) => ({ flow }),
  'queue.targeted': (_, { queueId }) => ({ targetQueueId: queueId }),
  'queue.entered': (_, { queueId, at }) => toQueue({ queueId, since: at }),
  'queue.returned': (state, { queueId, at }) =>
    toQueue({ queueId, since: at, firstSince: firstSince(state, at) }),
  'queue.transferred': (state, { queueId, agentId, by, at }) => ({
    ...toQueue({
      queueId,
      since: at,
      firstSince: firstSince(state, at),
      ...(agentId !== null && { agentId }),
    }),
    ...(by !== null && { passedOver: { [by]: at + limits.declined } }),
  }),
  'customer.gone': (_, { since }) => ({ goneSince: since }),
  'customer.back': () => ({ goneSince: null }),
  'offer.made': (_, { agentId, until }) => ({ offer: { agentId, until } }),
  'offer.closed': (state, { agentId, reason, at }) => ({
    offer: null,
    ...(reason !== 'ACCEPTED' && state.queue?.agentId === agentId && withoutFirstAgent(state.queue)),
    ...((reason === 'DECLINED' || reason === 'MISSED') && {
      passedOver: { ...state.passedOver, [agentId]: at + pauseAfter[reason] },
    }),
  }),
  'wrap-up.started': (state, { agentId, participantId, until }) => ({
    wrapUps: { ...state.wrapUps, [agentId]: { participantId, until } },
  }),
  'wrap-up.finished': ({ wrapUps, outcome: before }, { agentId, outcome }) => {
    const { [agentId]: _, ...others } = wrapUps;
    return { wrapUps: others, outcome: outcome ?? before };
  },
  'survey.answered': (_, { survey, at, seq, clientToken }) => ({
    survey: { ...survey, at, seq, clientToken },
  }),
  'chat.ended': (_, { at, by, reason }) => ({
    status: 'ENDED',
    endedAt: at,
    endReason: reason,
    endedBy: by,
    queue: null,
    offer: null,
    transfer: null,
    passedOver: {},
  }),
};

/**
 * Milliseconds for which routing doesn't ask an agent again, even if no other agent can take the contact. An agent who
 * missed an offer is not available; setting the status to available again ends the pause.
 */
const pauseAfter = { DECLINED: limits.declined, MISSED: 0 };

/** When the contact first entered a queue. */
const firstSince = ({ lastQueue }: ContactState, at: number): number =>
  lastQueue?.firstSince ?? lastQueue?.since ?? at;

/** The agent to whom the contact was transferred did not take it: the agents of the queue are asked. */
function withoutFirstAgent({ agentId: _, ...queue }: QueuePlace): Partial<ContactState> {
  return { queue, lastQueue: queue };
}

const toQueue = (queue: QueuePlace): Partial<ContactState> => ({ queue, lastQueue: queue, passedOver: {} });

/** An answer in JSON counts as a message, but isn't kept as the latest message: an agent can't read it. */
function customerSent(state: ContactState, contentType: string, content: string): Change {
  const customerMessages = state.customerMessages + 1;
  if (contentType === contentTypes.interactiveResponse) return { customerMessages };
  const words = shorten(content);
  return { customerMessages, firstMessage: state.firstMessage ?? words, latestMessage: words };
}

/**
 * The part of a message that the state keeps for offers and lists. Ten thousand states with long messages would fill
 * the memory.
 */
function shorten(content: string): string {
  const { messageCharacters } = limits;
  if (content.length <= messageCharacters) return content;
  // Removes half of a surrogate pair (an emoji).
  return `${content.slice(0, messageCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/**
 * Copies single members, like everything that is made often: after about a thousand objects V8 gives a spread one a
 * hidden class of its own, which slows every access.
 */
const participantOf = (
  { participantId, role, displayName }: Speaker,
  agentId: string | null,
): ContactState['participants'][string] => ({ participantId, role, displayName, agentId, present: true });

function withoutPresence(state: ContactState, participantId: string): ContactState['participants'] {
  const participant = state.participants[participantId];
  if (!participant) return state.participants;
  return { ...state.participants, [participantId]: { ...participant, present: false } };
}
