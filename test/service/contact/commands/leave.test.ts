import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ContactState, Participant } from '../../../../service/contact/contact-state.js';
import { decide } from '../../../../service/contact/decide.js';
import { agentNewsOf } from '../../../../service/contact/news.js';
import { summarise } from '../../../../service/contact/summarise.js';
import { accepted, emptyWorld, kinds, noon, servedContact } from '../../../support/contact-fixtures.js';

const leave = (participantId: string) => ({ type: 'leave', now: noon, participantId }) as const;
const withOne = (state: ContactState, change: Partial<Participant>): ContactState => {
  const more = {
    participantId: 'p2',
    role: 'AGENT',
    displayName: 'Bea',
    agentId: 'a2',
    present: true,
  } as const;
  return { ...state, participants: { ...state.participants, p2: { ...more, ...change } } };
};

const leaving = suite('leave');
leaving('of the last agent returns the contact to its queue, and releases the account', () => {
  const { entries, state } = accepted(servedContact(), leave('p1'));
  assert.equal(kinds(entries), ['participant.left', 'queue.returned', 'message']);
  assert.is(state.status, 'ACTIVE');
  assert.equal(summarise(state).activeAgentIds, []);
  const told = agentNewsOf('k1', { seq: 1, ...entries[0]! });
  assert.equal(told, { agentId: 'a1', news: { type: 'left', contactId: 'k1' } });
});
leaving('of one of two agents leaves the contact with the other', () => {
  const { entries, state } = accepted(withOne(servedContact(), {}), leave('p1'));
  assert.equal(kinds(entries), ['participant.left']);
  assert.equal(summarise(state).activeAgentIds, ['a2']);
});
leaving("of a participant who isn't load changes nothing for the agents", () => {
  for (const change of [{ role: 'SUPERVISOR' }, { role: 'CUSTOM_BOT', agentId: null }] as const) {
    const { entries } = accepted(withOne(servedContact(), change), leave('p2'));
    assert.equal(kinds(entries), ['participant.left'], change.role);
  }
});
leaving('of the last agent requeues the contact even if a supervisor is present', () => {
  const { entries } = accepted(withOne(servedContact(), { role: 'SUPERVISOR' }), leave('p1'));
  assert.ok(kinds(entries).includes('queue.returned'));
});
leaving('of the customer ends the contact', () => {
  const { entries, state } = accepted(servedContact(), leave('c1'));
  assert.equal(kinds(entries), ['participant.left', 'chat.ended']);
  assert.is(state.endReason, 'CUSTOMER');
});
leaving('happens once, and only for participants', () => {
  const left = accepted(servedContact(), leave('p1')).state;
  assert.equal(accepted(left, leave('p1')).entries, []);
  assert.equal(decide(left, leave('p9'), emptyWorld), { refused: 'CONTACT_NOT_FOUND' });
});
leaving.run();
