import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newContactState, type ContactState } from '../../../../service/contact/contact-state.js';
import { decide } from '../../../../service/contact/decide.js';
import { summarise } from '../../../../service/contact/summarise.js';
import {
  accepted,
  emptyWorld,
  kinds,
  noon,
  startCommand,
  wakeAt,
} from '../../../support/contact-fixtures.js';

const left = (content = 'Call me', queueId = 'default') =>
  startCommand({ leftMessage: { content, queueId } });
const leave = () => accepted(newContactState('k1'), left());
const week = 7 * 24 * 60 * 60_000;
const acceptLate = (state: ContactState, now: number): ContactState => {
  const offered = accepted(state, { type: 'offer', now, agentId: 'a1', until: now + 20_000 }).state;
  const accept = { type: 'accept', now, agentId: 'a1', participantId: 'p1', displayName: 'Ada' } as const;
  return accepted(offered, accept).state;
};

const leaving = suite('start with an offline message');

leaving('stores the message first, and waits in its queue without running the flow', () => {
  const { entries, state } = leave();
  assert.equal(kinds(entries), [
    'contact.started',
    'participant.joined',
    'message',
    'queue.targeted',
    'queue.entered',
    'flow.moved',
  ]);
  const { queue, isLeftMessage, state: status } = summarise(state);
  assert.equal([queue?.queueId, isLeftMessage, status], ['default', true, 'ACTIVE']);
  assert.is(state.firstMessage, 'Call me');
});
leaving('waits without a time limit', () => {
  const { state } = leave();
  assert.equal(summarise(state).deadlines, []);
  assert.equal(decide(state, wakeAt(state, noon + 10 * week), emptyWorld), { entries: [] });
});
leaving("counts the chat's minutes from the moment at which an agent accepts it", () => {
  const then = noon + 10 * week;
  const state = acceptLate(leave().state, then);
  const lasts = state.minutes * 60_000;
  assert.equal(summarise(state).deadlines, [{ at: then + lasts, within: lasts }]);
  assert.equal(decide(state, wakeAt(state, then + 60_000), emptyWorld), { entries: [] });
  const { entries } = accepted(state, wakeAt(state, then + lasts));
  assert.equal(kinds(entries), ['chat.ended']);
});
leaving('waits in the default queue if its queue was deleted', () => {
  const { state } = accepted(newContactState('k1'), left('Call me', 'gone'));
  assert.is(state.queue?.queueId, 'default');
});
leaving('accepts what an ordinary message may contain', () => {
  const refusal = (content: string) => decide(newContactState('k1'), left(content), emptyWorld);
  assert.equal(refusal(''), { refused: 'MESSAGE_EMPTY', pointer: '/leftMessage' });
  assert.equal(refusal('x'.repeat(1025)), { refused: 'MESSAGE_TOO_LONG', pointer: '/leftMessage' });
});
leaving('accepts what a long message may contain if those are allowed', () => {
  const message = (bytes: number) =>
    decide(newContactState('k1'), { ...left('x'.repeat(bytes)), longMessages: true }, emptyWorld);
  assert.ok('entries' in message(16_384));
  assert.is((message(16_385) as { refused: string }).refused, 'MESSAGE_TOO_LONG');
});
leaving('creates one contact when it is repeated', () => {
  const { state } = leave();
  assert.equal(kinds(accepted(state, left()).entries), ['token.issued']);
});

leaving.run();
