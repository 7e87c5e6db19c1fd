import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { deadlinesOf } from '../../../../service/contact/deadlines.js';
import type { ContactState } from '../../../../service/contact/contact-state.js';
import { decide, type ContactCommand } from '../../../../service/contact/decide.js';
import { summarise } from '../../../../service/contact/summarise.js';
import {
  accepted,
  emptyWorld,
  kinds,
  noMetrics,
  noon,
  queuedContact,
  servedContact,
} from '../../../support/contact-fixtures.js';

const wrapUp = { seconds: 90, dispositions: ['Solved'], tags: ['Refund'] };
const world = {
  ...emptyWorld,
  queues: { default: { name: 'Default queue', isOpen: true, metrics: noMetrics, wrapUp } },
};
const until = noon + 90_000;
const end = { type: 'end', now: noon, participantId: 'c1' } as const;
const ended = (): ContactState => accepted(servedContact(), end, world).state;
const outcome = { disposition: 'Solved', tags: ['Refund'] };
const done = { type: 'wrap-up', now: noon + 10_000, agentId: 'a1', outcome } as const;
const note = { type: 'note', now: noon, participantId: 'p1', clientToken: 'n1', content: 'Paid' } as const;
const refused = (state: ContactState, command: ContactCommand): unknown => {
  const decision = decide(state, command, world);
  return 'refused' in decision ? decision.refused : null;
};

const wrapping = suite('after-contact work');
for (const [who, command] of [
  ['the customer', end],
  ['the agent', { ...end, participantId: 'p1' }],
  ['an administrator', { type: 'close', now: noon, message: null }],
  ['the time', { type: 'wake', now: noon, reached: [noon + 1500 * 60_000] }],
] as const)
  wrapping(`begins when ${who} ends a chat whose queue has some`, () => {
    const { entries, state } = accepted(servedContact(), command, world);
    assert.equal(entries.at(-1), {
      ...{ at: noon, kind: 'wrap-up.started', participantId: 'p1', agentId: 'a1', until },
      ...{ dispositions: ['Solved'], tags: ['Refund'] },
    });
    assert.is(state.status, 'ENDED');
    assert.equal(deadlinesOf(state), [{ at: until, within: 3_600_000 }]);
  });
wrapping('begins in no other case', () => {
  const none = {
    ...world,
    queues: { default: { ...world.queues.default, wrapUp: { ...wrapUp, seconds: 0 } } },
  };
  for (const [state, where] of [
    [servedContact(), emptyWorld],
    [servedContact(), none],
    [queuedContact(), world],
  ] as const)
    assert.not.ok(kinds(accepted(state, end, where).entries).includes('wrap-up.started'));
});
wrapping('is load of the agent until it is done', () => {
  const before = summarise(ended());
  assert.equal([before.state, before.activeAgentIds, before.wrapUpAgentIds], ['ACTIVE', [], ['a1']]);
  const { state } = accepted(ended(), done, world);
  const after = summarise(state);
  assert.equal([after.state, after.wrapUpAgentIds, after.outcome], ['ENDED', [], outcome]);
  assert.equal(deadlinesOf(state), []);
});
wrapping('ends by its time, and when the agent goes offline', () => {
  for (const [command, reason] of [
    [{ type: 'wake', now: until, reached: [until] }, 'TIME'],
    [{ type: 'release', now: noon, agentId: 'a1' }, 'LEFT'],
  ] as const) {
    const { entries, state } = accepted(ended(), command, world);
    assert.equal(
      entries.map((entry) => entry.kind === 'wrap-up.finished' && [entry.reason, entry.outcome]),
      [[reason, null]],
    );
    assert.is(summarise(state).state, 'ENDED');
    assert.equal(accepted(state, command, world).entries, []);
  }
});
wrapping('is stored after its time, too, and once', () => {
  const over = accepted(ended(), { type: 'wake', now: until, reached: [until] }, world).state;
  const { state } = accepted(over, done, world);
  assert.equal(state.outcome, outcome);
  assert.equal(accepted(state, done, world).entries, []);
});
wrapping('takes private notes for as long as it lasts', () => {
  assert.is(refused(ended(), note), null);
  assert.is(refused(accepted(ended(), done, world).state, note), 'CONTACT_ENDED');
  assert.is(refused(accepted(servedContact(), end).state, note), 'CONTACT_ENDED');
});
wrapping('is for the agents of an ended chat', () => {
  assert.is(refused(servedContact(), done), 'CONTACT_ACTIVE');
  assert.is(refused(ended(), { ...done, agentId: 'a9' }), 'CONTACT_NOT_FOUND');
});
wrapping.run();
