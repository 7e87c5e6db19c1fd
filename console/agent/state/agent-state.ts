import type { AgentStatus } from '../../../shared/agent-status.js';
import type {
  AgentErrorFrame,
  ConsoleServiceFrame,
  ContactFrame,
  ContactLeftFrame,
  OfferClosedFrame,
  OfferFrame,
  StatusNoticeFrame,
  WelcomeFrame,
  WrapUpFrame,
} from '../../../shared/protocol/agent-frames.js';
import { createChat, isOpen, type AgentChat, type AgentWrapUp } from './agent-chat.js';
import { withContact, withGone } from './chat-changes.js';
import type { Offer } from './offer.js';

/** The state of the console: an immutable snapshot, replaced at each change. */
export interface AgentState {
  /** Undefined until the service has sent its welcome. */
  readonly agent: { agentId: string; username: string; displayName: string } | undefined;
  readonly status: AgentStatus;
  /**
   * The number of chats that went back to their queues while the agent was away. The agent resets it by closing the
   * notice.
   */
  readonly returned: number;
  /** Oldest first. */
  readonly chats: readonly AgentChat[];
  readonly offers: readonly Offer[];
}

/** The state before the first frame. */
export const initialState: AgentState = {
  agent: undefined,
  status: 'OFFLINE',
  returned: 0,
  chats: [],
  offers: [],
};

type Frame<Type extends ConsoleServiceFrame['type']> = Extract<ConsoleServiceFrame, { type: Type }>;

/** The next state for each of the console's own frames. `now` is in monotonic milliseconds. */
const changes: {
  readonly [Type in ConsoleServiceFrame['type']]: (
    state: AgentState,
    frame: Frame<Type>,
    now: number,
  ) => AgentState;
} = {
  welcome,
  status: changeStatus,
  offer,
  'offer-closed': closeOffer,
  contact: takeContact,
  survey: (state, { contactId, survey }) =>
    withChat(state, contactId, (chat) => ({ ...chat, card: { ...chat.card, survey } })),
  'wrap-up': (state, frame) =>
    withChat(state, frame.contactId, (chat) => ({ ...chat, wrapUp: toWrapUp(frame) })),
  'customer-presence': (state, { contactId, goneSince }) =>
    withChat(state, contactId, (chat) => withGone(chat, goneSince)),
  'contact-left': leaveContact,
  error: refuse,
};

/** Whether a frame is the console's own. All others are those of a contact, which every participant has. */
export const isConsoleFrame = (frame: { type: string }): frame is ConsoleServiceFrame =>
  Object.prototype.hasOwnProperty.call(changes, frame.type);

/** Returns the state after a frame. `now` is in monotonic milliseconds. */
export function receive<Type extends ConsoleServiceFrame['type']>(
  state: AgentState,
  frame: Frame<Type>,
  now: number,
): AgentState {
  const change = changes[frame.type];
  return change(state, frame, now);
}

/** Returns the chat of a contact, if the agent has it. */
export const findChat = (state: AgentState, contactId: string): AgentChat | undefined =>
  state.chats.find((chat) => chat.contactId === contactId);

/** Returns the state with one chat changed, or the same state if nothing changed. */
export function withChat(
  state: AgentState,
  contactId: string,
  change: (chat: AgentChat) => AgentChat,
): AgentState {
  const before = findChat(state, contactId);
  const after = before && change(before);
  if (after === undefined || after === before) return state;
  return { ...state, chats: state.chats.map((chat) => (chat === before ? after : chat)) };
}

/** Returns the state with an unconfirmed answer to an offer. */
export const answerOffer = (state: AgentState, contactId: string, answer: Offer['answer']): AgentState => ({
  ...state,
  offers: state.offers.map((known) => (known.card.contactId === contactId ? { ...known, answer } : known)),
});

/**
 * Returns the state without offers, which can't be answered while disconnected. The service sends open offers again.
 */
export const withoutOffers = (state: AgentState): AgentState =>
  state.offers.length === 0 ? state : { ...state, offers: [] };

/** Returns the state without this chat, if the chat is over and has no after-contact work left. */
export const withoutChat = (state: AgentState, contactId: string): AgentState => ({
  ...state,
  chats: state.chats.filter((chat) => chat.contactId !== contactId || isOpen(chat) || chat.wrapUp),
});

const toWrapUp = ({ until, dispositions, tags }: WrapUpFrame): AgentWrapUp | undefined =>
  until === null ? undefined : { until: Date.parse(until), dispositions, tags };

function welcome(state: AgentState, frame: WelcomeFrame): AgentState {
  const { agentId, username, displayName, status, contactIds } = frame;
  const isElsewhere = (chat: AgentChat) =>
    isOpen(chat) && chat.phase !== 'transferring' && !contactIds.includes(chat.contactId);
  return {
    agent: { agentId, username, displayName },
    status,
    returned: state.returned,
    chats: state.chats.map((chat) =>
      isElsewhere(chat) ? { ...chat, phase: 'ended-away', typing: undefined } : chat,
    ),
    offers: [],
  };
}

function changeStatus(state: AgentState, { status }: StatusNoticeFrame): AgentState {
  return { ...state, status };
}

function offer(state: AgentState, frame: OfferFrame, now: number): AgentState {
  const { contact: card, firstMessage, latestMessage, messageCount, ringMilliseconds, transfer } = frame;
  const known = state.offers.find(({ card: { contactId } }) => contactId === card.contactId);
  const next: Offer = {
    card,
    // During an update an older service sends the first message only.
    latestMessage: latestMessage ?? firstMessage,
    messageCount: messageCount ?? (firstMessage === null ? 0 : 1),
    transfer,
    ringMilliseconds: Math.max(ringMilliseconds, known?.ringMilliseconds ?? 0),
    deadline: now + ringMilliseconds,
    answer: known?.answer,
  };
  // A known offer keeps its place: the agent may be about to press its button.
  const offers = known ? state.offers.map((one) => (one === known ? next : one)) : [...state.offers, next];
  return { ...state, offers };
}

/**
 * The chat is another's, or waits in a queue: there is nothing of it left to do, or to read. An agent who handed it over
 * knows where it went.
 */
function leaveContact(state: AgentState, { contactId, wasAway }: ContactLeftFrame): AgentState {
  const isReturned = wasAway && findChat(state, contactId)?.phase !== 'transferring';
  return {
    ...state,
    returned: state.returned + Number(isReturned),
    chats: state.chats.filter((chat) => chat.contactId !== contactId),
  };
}

function closeOffer(state: AgentState, { contactId }: Pick<OfferClosedFrame, 'contactId'>): AgentState {
  return { ...state, offers: state.offers.filter((known) => known.card.contactId !== contactId) };
}

function takeContact(state: AgentState, frame: ContactFrame): AgentState {
  const { contactId } = frame.contact;
  const offers = state.offers.filter((known) => known.card.contactId !== contactId);
  if (findChat(state, contactId))
    return withChat({ ...state, offers }, contactId, (chat) => withContact(chat, frame));
  return { ...state, offers, chats: [...state.chats, createChat(frame.contact, frame.participantId)] };
}

function refuse(state: AgentState, { contactId, code, clientToken }: AgentErrorFrame): AgentState {
  if (contactId === undefined || clientToken !== undefined) return state;
  if (code === 'OFFER_GONE') return closeOffer(state, { contactId });
  const answered = answerOffer(state, contactId, undefined);
  return withChat(answered, contactId, (chat) =>
    chat.phase === 'ending' || chat.phase === 'transferring' ? { ...chat, phase: 'open' } : chat,
  );
}
