import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newContactState, type ContactState } from '../../../../service/contact/contact-state.js';
import { deadlinesOf } from '../../../../service/contact/deadlines.js';
import { limits } from '../../../../shared/limits.js';
import {
  accepted,
  kinds,
  noon,
  queuedContact,
  servedContact,
  startCommand,
} from '../../../support/contact-fixtures.js';

const minutes = (count: number): number => count * 60_000;
const gone = (state: ContactState): ContactState =>
  accepted(state, { type: 'customer-gone', now: noon + 1, since: noon }).state;
const write = (state: ContactState): ContactState =>
  accepted(state, {
    ...{ type: 'send', now: noon, participantId: 'c1', clientToken: 't1' },
    ...{ contentType: 'text/plain', content: 'hello?' },
  }).state;
/** The state of a contact at a time, after each deadline that has passed was handled. */
const woken = (state: ContactState, now: number) => {
  const reached = deadlinesOf(state)
    .map(({ at }) => at)
    .filter((at) => at <= now);
  return accepted(state, { type: 'wake', now, reached });
};

const silent = suite('a chat whose silent customer left');
silent('ends after an hour, and not before', () => {
  const state = gone(queuedContact());
  const due = noon + minutes(limits.silentMinutes);
  assert.ok(deadlinesOf(state).some(({ at }) => at === due));
  assert.is(woken(state, due - 1).state.status, 'ACTIVE');
  const { entries, state: ended } = woken(state, due);
  assert.equal(kinds(entries), ['chat.ended']);
  assert.equal([ended.status, ended.endReason], ['ENDED', 'SILENT']);
});
silent('continues when the customer returns', () => {
  const back = accepted(gone(queuedContact()), { type: 'customer-back', now: noon + 2 }).state;
  assert.is(woken(back, noon + minutes(limits.silentMinutes)).state.status, 'ACTIVE');
});
silent('ends after the minutes of its start, or never', () => {
  const start = (silentMinutes: number | null) =>
    gone(accepted(newContactState('k1'), startCommand({ silentMinutes })).state);
  assert.is(woken(start(5), noon + minutes(5)).state.endReason, 'SILENT');
  assert.is(woken(start(null), noon + minutes(600)).state.status, 'ACTIVE');
});
silent('lasts its whole duration once an agent has answered', () => {
  assert.is(woken(gone(servedContact()), noon + minutes(600)).state.status, 'ACTIVE');
});
silent.run();

const waiting = suite('a chat whose customer wrote and left');
waiting('stays in the queue until its duration is over', () => {
  const state = gone(write(queuedContact()));
  assert.is(woken(state, noon + minutes(limits.silentMinutes)).state.status, 'ACTIVE');
  assert.is(woken(state, noon + minutes(limits.chatMinutes)).state.endReason, 'DURATION');
});
waiting('stays in the queue if the customer answered the pre-chat form', () => {
  const state = gone(accepted(newContactState('k1'), startCommand({ hasAnswers: true })).state);
  assert.is(woken(state, noon + minutes(limits.silentMinutes)).state.status, 'ACTIVE');
});
waiting('stays without a time limit if it is an offline message', () => {
  const leftMessage = { content: 'Call me', queueId: 'default' };
  const state = gone(accepted(newContactState('k1'), startCommand({ leftMessage })).state);
  assert.is(woken(state, noon + minutes(100_000)).state.status, 'ACTIVE');
});
waiting.run();
