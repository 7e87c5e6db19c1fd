import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { SendCommand } from '../../../../service/contact/commands/send.js';
import { newContactState, type ContactState } from '../../../../service/contact/contact-state.js';
import { decide } from '../../../../service/contact/decide.js';
import { evolveAll } from '../../../../service/contact/evolve-all.js';
import { summarise } from '../../../../service/contact/summarise.js';
import {
  accepted,
  emptyWorld,
  kinds,
  noon,
  queuedContact,
  servedContact,
  startCommand,
} from '../../../support/contact-fixtures.js';

const later = noon + 120_000;
const gone = { type: 'customer-gone', now: later, since: noon } as const;
const back = { type: 'customer-back', now: later + 1 } as const;
const offer = { type: 'offer', now: later, agentId: 'a1', until: later + 20_000 } as const;
const said = (content: string): SendCommand => ({
  ...{ type: 'send', now: noon, participantId: 'c1', clientToken: content },
  ...{ contentType: 'text/plain', content },
});
const wrote = (): ContactState => accepted(queuedContact(), said('Hello')).state;
const answered = (): ContactState =>
  accepted(newContactState('k1'), startCommand({ hasAnswers: true })).state;

const leaving = suite('customer-gone');
leaving('is stored once, with the time in the summary', () => {
  const { entries, state } = accepted(wrote(), gone);
  assert.equal(entries, [{ at: later, kind: 'customer.gone', since: noon }]);
  assert.equal(summarise(state).customerGone, { since: noon, isSilent: false });
  assert.equal(accepted(state, { ...gone, now: later + 5 }).entries, []);
});
leaving('changes nothing in an ended contact', () => {
  const over = accepted(wrote(), { type: 'end', now: noon, participantId: 'c1' }).state;
  assert.equal(accepted(over, gone).entries, []);
});
leaving("withdraws the offer of a silent customer's contact, and routing makes no other", () => {
  const ringing = accepted(queuedContact(), offer).state;
  const { entries, state } = accepted(ringing, gone);
  assert.equal(kinds(entries), ['offer.closed', 'customer.gone']);
  assert.is(state.offer, null);
  assert.ok(summarise(state).customerGone!.isSilent);
  assert.equal(decide(state, offer, emptyWorld), { refused: 'OFFER_GONE' });
});
leaving('keeps the offer if the customer wrote, answered a form, or left an offline message', () => {
  const left = startCommand({ leftMessage: { content: 'Call me', queueId: 'default' } });
  for (const state of [wrote(), answered(), accepted(newContactState('k1'), left).state]) {
    const ringing = accepted(state, offer).state;
    assert.equal(kinds(accepted(ringing, gone).entries), ['customer.gone']);
    assert.equal(kinds(accepted(accepted(state, gone).state, offer).entries), ['offer.made']);
  }
});
leaving('only marks a chat that has an agent', () => {
  const { state } = accepted(servedContact(), gone);
  assert.equal(summarise(state).activeAgentIds, ['a1']);
  assert.is(state.goneSince, noon);
});
leaving.run();

const returning = suite('customer-back');
returning('removes the mark, and the contact is offered again', () => {
  const away = accepted(queuedContact(), gone).state;
  const { entries, state } = accepted(away, back);
  assert.equal(kinds(entries), ['customer.back']);
  assert.is(summarise(state).customerGone, null);
  assert.equal(kinds(accepted(state, offer).entries), ['offer.made']);
});
returning("changes nothing for a customer who isn't gone", () => {
  assert.equal(accepted(queuedContact(), back).entries, []);
});
returning('happens when a gone customer sends something', () => {
  const away = accepted(queuedContact(), gone).state;
  const { entries, state } = accepted(away, said('I am here'));
  assert.equal(kinds(entries), ['customer.back', 'message']);
  assert.is(state.goneSince, null);
});
returning.run();

const words = suite("the customer's messages");
words('are counted, and the latest one is in the state', () => {
  const file = { attachmentId: 'f1', name: 'bill.pdf', contentType: 'application/pdf', size: 9 };
  const attach = { type: 'attach', now: noon, participantId: 'c1', clientToken: 'f', file } as const;
  const states = [said('Hello'), said('It is urgent'), attach].reduce<ContactState[]>(
    (known, command) => [...known, accepted(known.at(-1) ?? queuedContact(), command).state],
    [],
  );
  assert.equal(
    states.map(({ firstMessage, latestMessage, customerMessages }) => [
      ...[firstMessage, latestMessage, customerMessages],
    ]),
    [
      ['Hello', 'Hello', 1],
      ['Hello', 'It is urgent', 2],
      ['Hello', 'bill.pdf', 3],
    ],
  );
});
words('exclude those of others', () => {
  const { state } = accepted(servedContact(), { ...said('Good morning'), participantId: 'p1' });
  assert.equal([state.customerMessages, state.latestMessage], [0, null]);
});
words("keep their values when an old log doesn't contain them", () => {
  const started = accepted(newContactState('k1'), startCommand()).entries;
  assert.ok(!('hasAnswers' in started[0]!));
  assert.is(evolveAll(newContactState('k1'), started).hasAnswers, false);
});
words.run();
