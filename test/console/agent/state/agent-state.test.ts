import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  answerOffer,
  findChat,
  initialState,
  receive,
  withChat,
  withoutChat,
  withoutOffers,
  type AgentState,
} from '../../../../console/agent/state/agent-state.js';
import type { ConsoleServiceFrame } from '../../../../shared/protocol/agent-frames.js';
import { card, chat, ownId } from '../../../support/console/agent-fixtures.js';

const now = 5_000;
const hear = (state: AgentState, ...frames: object[]): AgentState =>
  frames.reduce<AgentState>((before, frame) => receive(before, frame as ConsoleServiceFrame, now), state);
const welcome = (...contactIds: string[]) => ({
  type: 'welcome',
  agentId: 'a1',
  username: 'maria',
  displayName: 'Maria',
  status: 'AVAILABLE',
  contactIds,
});
const contact = (number: number) => ({
  type: 'contact',
  contact: card(number),
  participantId: ownId,
  lastSeq: 0,
  after: 0,
});
const offer = (number: number, change: object = {}) => ({
  type: 'offer',
  contact: card(number),
  firstMessage: 'Hello',
  latestMessage: 'Hello, is anyone there?',
  messageCount: 2,
  ringMilliseconds: 20_000,
  ...change,
});
const error = (number: number, change: object = {}) => ({
  type: 'error',
  contactId: `contact-${number}`,
  code: 'CONTACT_NOT_YOURS',
  message: 'Not your chat.',
  ...change,
});
const chatIds = ({ chats }: AgentState) => chats.map(({ contactId }) => contactId);
const offerIds = ({ offers }: AgentState) => offers.map(({ card: { contactId } }) => contactId);

const connecting = suite('a welcome');
connecting('names the agent and sets the status', () => {
  const state = hear(initialState, welcome());
  assert.equal(state.agent, { agentId: 'a1', username: 'maria', displayName: 'Maria' });
  assert.is(state.status, 'AVAILABLE');
});
connecting('closes chats that are no longer this agent’s, and keeps those that are', () => {
  const before = { ...hear(initialState, contact(1), contact(2)), returned: 1 };
  const state = hear(before, welcome('contact-2'));
  assert.equal(
    state.chats.map(({ phase }) => phase),
    ['ended-away', 'open'],
  );
  assert.is(state.returned, 1, 'the agent has not read this yet');
});
connecting('leaves a chat ended that has its end in the transcript', () => {
  const ended = { ...initialState, chats: [chat(1, [], { phase: 'ended' })] };
  assert.is(hear(ended, welcome()).chats[0]!.phase, 'ended');
});
connecting('clears offers: the service repeats those that still ring', () => {
  assert.equal(hear(initialState, offer(1), welcome()).offers, []);
});
connecting.run();

const offers = suite('an offer');
offers('shows the latest message, and when it stops ringing', () => {
  const [shown] = hear(initialState, offer(1)).offers;
  assert.equal(shown, {
    card: card(1),
    latestMessage: 'Hello, is anyone there?',
    messageCount: 2,
    ringMilliseconds: 20_000,
    deadline: now + 20_000,
    answer: undefined,
    transfer: undefined,
  });
});
offers('falls back to the first message where an older service sends no latest one', () => {
  const { latestMessage: _latest, messageCount: _count, ...old } = offer(1);
  const [shown] = hear(initialState, old).offers;
  assert.equal([shown!.latestMessage, shown!.messageCount], ['Hello', 1]);
  const [silent] = hear(initialState, { ...old, firstMessage: null }).offers;
  assert.equal([silent!.latestMessage, silent!.messageCount], [null, 0]);
});
offers('keeps its place, its answer and its full ringing time when it is repeated', () => {
  const answered = answerOffer(hear(initialState, offer(1), offer(2)), 'contact-1', 'accept');
  const state = hear(answered, offer(1, { latestMessage: 'Urgent', ringMilliseconds: 4_000 }));
  assert.equal(offerIds(state), ['contact-1', 'contact-2']);
  const { latestMessage, ringMilliseconds, deadline, answer } = state.offers[0]!;
  assert.equal(
    [latestMessage, ringMilliseconds, deadline, answer],
    ['Urgent', 20_000, now + 4_000, 'accept'],
  );
});
offers('goes away when it is closed, and when its contact arrives', () => {
  const two = hear(initialState, offer(1), offer(2));
  const closed = hear(two, { type: 'offer-closed', contactId: 'contact-1', reason: 'MISSED' });
  assert.equal(offerIds(closed), ['contact-2']);
  const accepted = hear(two, contact(1));
  assert.equal([offerIds(accepted), chatIds(accepted)], [['contact-2'], ['contact-1']]);
});
offers('can be answered again after the service refused the answer', () => {
  const answered = answerOffer(hear(initialState, offer(1)), 'contact-1', 'accept');
  assert.is(hear(answered, error(1)).offers[0]!.answer, undefined);
});
offers('goes away when the service says that it no longer exists', () => {
  const answered = answerOffer(hear(initialState, offer(1)), 'contact-1', 'accept');
  assert.equal(hear(answered, error(1, { code: 'OFFER_GONE' })).offers, []);
});
offers('is dropped on a lost connection; without offers the state stays the same', () => {
  assert.equal(withoutOffers(hear(initialState, offer(1))).offers, []);
  assert.is(withoutOffers(initialState), initialState);
});
offers.run();

const chats = suite('the chats of an agent');
chats('are in the order in which they arrived', () => {
  assert.equal(chatIds(hear(initialState, contact(2), contact(1))), ['contact-2', 'contact-1']);
});
chats('are updated in place when the service shows one again', () => {
  const again = { ...contact(1), contact: card(1, { name: 'Nina' }) };
  const state = hear(initialState, contact(1), contact(2), again);
  assert.equal(
    state.chats.map(({ card: { customer } }) => customer.displayName),
    ['Nina', 'Customer 2'],
  );
});
chats('lose one that went back to its queue; only chats lost while away are counted', () => {
  const two = hear(initialState, contact(1), contact(2));
  const left = (number: number, wasAway: boolean) => ({
    type: 'contact-left',
    contactId: `contact-${number}`,
    wasAway,
  });
  const one = hear(two, left(1, true));
  assert.equal([chatIds(one), one.returned], [['contact-2'], 1]);
  assert.is(hear(one, left(2, false)).returned, 1);
});
chats('take a rating, and whether the customer is connected', () => {
  const goneSince = '2026-03-02T10:00:00.000Z';
  const survey = { kind: 'STARS', score: 5, comment: '', at: goneSince };
  const state = hear(
    initialState,
    contact(1),
    { type: 'survey', contactId: 'contact-1', survey },
    { type: 'customer-presence', contactId: 'contact-1', goneSince },
  );
  assert.equal(state.chats[0]!.card.survey, survey);
  assert.is(state.chats[0]!.card.customer.goneSince, goneSince);
});
chats('reopen when their end was refused', () => {
  const ending = withChat(hear(initialState, contact(1)), 'contact-1', (one) => ({
    ...one,
    phase: 'ending',
  }));
  assert.is(hear(ending, error(1)).chats[0]!.phase, 'open');
});
chats('are not changed by the refusal of a message, or of something that concerns no chat', () => {
  const ending = withChat(hear(initialState, contact(1)), 'contact-1', (one) => ({
    ...one,
    phase: 'ending',
  }));
  assert.is(hear(ending, error(1, { clientToken: 't1' })), ending);
  assert.is(hear(ending, error(1, { contactId: undefined })), ending);
});
chats('leave the desk once they are over, and not before', () => {
  const state = {
    ...initialState,
    chats: [chat(1), chat(2, [], { phase: 'ended' }), chat(3, [], { phase: 'ended-away' })],
  };
  const after = ['contact-1', 'contact-2', 'contact-3'].reduce(withoutChat, state);
  assert.equal(chatIds(after), ['contact-1']);
});
chats('are found by contact id; a change of nothing keeps the same state', () => {
  const state = hear(initialState, contact(1));
  assert.is(findChat(state, 'contact-1'), state.chats[0]);
  assert.is(findChat(state, 'contact-9'), undefined);
  assert.is(
    withChat(state, 'contact-1', (one) => one),
    state,
  );
  assert.is(
    withChat(state, 'contact-9', (one) => ({ ...one, phase: 'ended' })),
    state,
  );
});
chats.run();
