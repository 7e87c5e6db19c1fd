import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defaultTexts } from '../../../../shared/visitor-texts/default-texts.js';
import type { ContactState } from '../../../../service/contact/contact-state.js';
import { summarise } from '../../../../service/contact/summarise.js';
import { toItem } from '../../../../service/contact/to-item.js';
import {
  accepted,
  emptyWorld,
  kinds,
  noon,
  queuedContact,
  servedContact,
} from '../../../support/contact-fixtures.js';

const minute = 60_000;
const release = (agentId: string, now = noon + minute) => ({ type: 'release', now, agentId }) as const;
const offer = (agentId: string, now: number) =>
  ({ type: 'offer', now, agentId, until: now + 20_000 }) as const;
const served = (state: ContactState, agentId: string, now: number): ContactState => {
  const participantId = `p-${agentId}`;
  const accept = { type: 'accept', now, agentId, participantId, displayName: agentId } as const;
  return accepted(accepted(state, offer(agentId, now)).state, accept).state;
};

const releasing = suite('release');
releasing('returns the contact to its queue with the time at which it first waited', () => {
  const { entries, state } = accepted(servedContact(), release('a1'));
  assert.equal(kinds(entries), ['participant.left', 'queue.returned', 'message']);
  assert.equal(state.queue, { queueId: 'default', since: noon + minute, firstSince: noon });
  assert.equal(summarise(state).activeAgentIds, []);
  assert.is(state.status, 'ACTIVE');
});
releasing('keeps that time, however many agents leave', () => {
  const once = accepted(servedContact(), release('a1')).state;
  const again = served(once, 'a2', noon + 2 * minute);
  const { state } = accepted(again, release('a2', noon + 3 * minute));
  assert.equal(state.queue, { queueId: 'default', since: noon + 3 * minute, firstSince: noon });
});
releasing('tells the customer with one message in their language', () => {
  const told = (world = emptyWorld): unknown => {
    const { entries, state } = accepted(servedContact(), release('a1'), world);
    const { type, participantRole, content } = toItem('k1', { seq: state.lastSeq, ...entries.at(-1)! })!;
    return { type, participantRole, content };
  };
  const said = (content: string) => ({ type: 'MESSAGE', participantRole: 'SYSTEM', content });
  const { requeued } = defaultTexts.de;
  assert.equal(told({ ...emptyWorld, texts: { requeued } }), said('Wir verbinden Sie mit jemand anderem.'));
  assert.equal(told({ ...emptyWorld, texts: {} }), said('We’re connecting you with someone else.'));
});
releasing('withdraws an offer that rings at the agent, and nothing else', () => {
  const ringing = accepted(queuedContact(), offer('a1', noon)).state;
  const { entries, state } = accepted(ringing, release('a1'));
  assert.equal(kinds(entries), ['offer.closed']);
  assert.equal(state.queue, { queueId: 'default', since: noon });
});
releasing('changes nothing for an agent without a part in the contact', () => {
  assert.equal(accepted(servedContact(), release('a2')).entries, []);
  assert.equal(accepted(queuedContact(), release('a1')).entries, []);
});
releasing('changes nothing in an ended contact', () => {
  const over = accepted(servedContact(), { type: 'end', now: noon, participantId: 'p1' }).state;
  assert.equal(accepted(over, release('a1')).entries, []);
});
releasing('leaves the contact with another agent', () => {
  const state = servedContact();
  const second = {
    participantId: 'p2',
    role: 'AGENT',
    displayName: 'Bea',
    agentId: 'a2',
    present: true,
  } as const;
  const both = { ...state, participants: { ...state.participants, p2: second } };
  assert.equal(kinds(accepted(both, release('a1')).entries), ['participant.left']);
});
releasing("uses the default queue if the contact's queue was deleted", () => {
  const world = { ...emptyWorld, queues: { default: emptyWorld.queues.default! } };
  const state = { ...servedContact(), lastQueue: { queueId: 'sales', since: noon } };
  assert.is(accepted(state, release('a1'), world).state.queue!.queueId, 'default');
});
releasing('lets the same agent accept the contact again', () => {
  const again = served(accepted(servedContact(), release('a1')).state, 'a1', noon + 2 * minute);
  assert.equal(summarise(again).activeAgentIds, ['a1']);
  assert.is(again.queue, null);
});
releasing.run();
