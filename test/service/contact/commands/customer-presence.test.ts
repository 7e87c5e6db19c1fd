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
leaving('is written once, and the summary says since when', () => {
  const { entries, state } = accepted(wrote(), gone);
  assert.equal(entries, [{ at: later, kind: 'customer.gone', since: noon }]);
  assert.equal(summarise(state).customerGone, { since: noon, isSilent: false });
  assert.equal(accepted(state, { ...gone, now: later + 5 }).entries, []);
});
leaving('of a contact that is over changes nothing', () => {
  const over = accepted(wrote(), { type: 'end', now: noon, participantId: 'c1' }).state;
  assert.equal(accepted(over, gone).entries, []);
});
leaving('withdraws an offer where the customer said nothing, and none is made again', () => {
  const ringing = accepted(queuedContact(), offer).state;
  const { entries, state } = accepted(ringing, gone);
  assert.equal(kinds(entries), ['offer.closed', 'customer.gone']);
  assert.is(state.offer, null);
  assert.ok(summarise(state).customerGone!.isSilent);
  assert.equal(decide(state, offer, emptyWorld), { refused: 'OFFER_GONE' });
});
leaving('leaves the contact offered where the customer wrote, answered a form, or left a message', () => {
  const left = startCommand({ leftMessage: { content: 'Call me', queueId: 'default' } });
  for (const state of [wrote(), answered(), accepted(newContactState('k1'), left).state]) {
    const ringing = accepted(state, offer).state;
    assert.equal(kinds(accepted(ringing, gone).entries), ['customer.gone']);
    assert.equal(kinds(accepted(accepted(state, gone).state, offer).entries), ['offer.made']);
  }
});
leaving('of a chat with an agent only marks it', () => {
  const { state } = accepted(servedContact(), gone);
  assert.equal(summarise(state).activeAgentIds, ['a1']);
  assert.is(state.goneSince, noon);
});
leaving.run();

const returning = suite('customer-back');
returning('takes the mark away, and the contact is offered again', () => {
  const away = accepted(queuedContact(), gone).state;
  const { entries, state } = accepted(away, back);
  assert.equal(kinds(entries), ['customer.back']);
  assert.is(summarise(state).customerGone, null);
  assert.equal(kinds(accepted(state, offer).entries), ['offer.made']);
});
returning('of a customer who is not gone changes nothing', () => {
  assert.equal(accepted(queuedContact(), back).entries, []);
});
returning('is what a customer does who says something', () => {
  const away = accepted(queuedContact(), gone).state;
  const { entries, state } = accepted(away, said('I am here'));
  assert.equal(kinds(entries), ['customer.back', 'message']);
  assert.is(state.goneSince, null);
});
returning.run();

const words = suite('what the customer said');
words('is counted, and the latest words are known', () => {
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
words('does not include what others say', () => {
  const { state } = accepted(servedContact(), { ...said('Good morning'), participantId: 'p1' });
  assert.equal([state.customerMessages, state.latestMessage], [0, null]);
});
words('of a log that knows nothing of it is as it was', () => {
  const started = accepted(newContactState('k1'), startCommand()).entries;
  assert.ok(!('hasAnswers' in started[0]!));
  assert.is(evolveAll(newContactState('k1'), started).hasAnswers, false);
});
words.run();
