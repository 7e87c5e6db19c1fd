import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import fc from 'fast-check';
import type { IdleTimes } from '../../../../shared/idle-times.js';
import { defaultTexts } from '../../../../shared/visitor-texts/default-texts.js';
import { newContactState, type ContactState } from '../../../../service/contact/contact-state.js';
import { idleDeadline } from '../../../../service/contact/idle.js';
import { summarise } from '../../../../service/contact/summarise.js';
import {
  accepted,
  emptyWorld,
  kinds,
  noon,
  startCommand,
  wakeAt,
} from '../../../support/contact-fixtures.js';

const minutes = (count: number): number => count * 60_000;
const both: IdleTimes = {
  customer: { warnAfterMinutes: 10, endAfterMinutes: 5 },
  agent: { warnAfterMinutes: 4, requeueAfterMinutes: 2 },
};
const worldWith = (idleTimes?: IdleTimes) => ({
  ...emptyWorld,
  queues: { default: { ...emptyWorld.queues.default!, ...(idleTimes && { idleTimes }) } },
});

/** A contact whose agent joined at noon. */
function served(idleTimes?: IdleTimes): ContactState {
  const world = worldWith(idleTimes);
  const queued = accepted(newContactState('k1'), startCommand(), world).state;
  const offered = accepted(queued, { type: 'offer', now: noon, agentId: 'a1', until: noon + 20_000 }).state;
  const who = { agentId: 'a1', participantId: 'p1', displayName: 'Ada' };
  return accepted(offered, { type: 'accept', now: noon, ...who }).state;
}
const writes = (state: ContactState, participantId: 'c1' | 'p1', now: number): ContactState =>
  accepted(state, {
    ...{ type: 'send', now, participantId, clientToken: `${participantId}-${now}` },
    ...{ contentType: 'text/plain', content: 'hello' },
  }).state;
const woken = (state: ContactState, now: number) => accepted(state, wakeAt(state, now), worldWith(both));
const messages = (entries: ReturnType<typeof woken>['entries']): string[] =>
  entries.flatMap((entry) => (entry.kind === 'message' ? [entry.content] : []));

const customer = suite('a customer who does not answer');
customer('reads a warning, then how the chat ends', () => {
  const asked = writes(served(both), 'p1', noon);
  assert.equal(woken(asked, noon + minutes(10) - 1).entries, []);
  const warned = woken(asked, noon + minutes(10));
  assert.equal(kinds(warned.entries), ['idle.warned', 'message']);
  assert.equal(messages(warned.entries), [defaultTexts.en.idleWarning.replace('{minutes}', '5')]);
  assert.equal(woken(warned.state, noon + minutes(15) - 1).entries, []);
  const ended = woken(warned.state, noon + minutes(15));
  assert.equal(messages(ended.entries), [defaultTexts.en.idleEnd]);
  assert.equal([ended.state.status, ended.state.endReason], ['ENDED', 'IDLE']);
  assert.is(idleDeadline(ended.state), null);
});
customer('keeps the chat by writing after the warning', () => {
  const warned = woken(writes(served(both), 'p1', noon), noon + minutes(10)).state;
  const answered = writes(warned, 'c1', noon + minutes(12));
  assert.equal(woken(answered, noon + minutes(15)).entries, []);
});
customer('has the whole time after each message of the agent', () => {
  const asked = writes(writes(served(both), 'p1', noon), 'p1', noon + minutes(8));
  assert.equal(woken(asked, noon + minutes(10)).entries, []);
  assert.equal(kinds(woken(asked, noon + minutes(18)).entries), ['idle.warned', 'message']);
});
customer.run();

const agent = suite('an agent who does not answer');
agent('is warned, then leaves the chat to the queue', () => {
  const asked = writes(writes(served(both), 'p1', noon), 'c1', noon + minutes(1));
  const warned = woken(asked, noon + minutes(5));
  assert.equal(kinds(warned.entries), ['idle.warned']);
  const left = woken(warned.state, noon + minutes(7));
  assert.equal(kinds(left.entries), ['participant.left', 'queue.returned', 'message']);
  assert.ok(left.entries.some((entry) => entry.kind === 'participant.left' && entry.isIdle));
  assert.equal([left.state.queue?.queueId, left.state.turn], ['default', null]);
  assert.equal(left.state.idleTimes, both);
});
agent('has no more time because the customer asks again', () => {
  const asked = writes(writes(served(both), 'c1', noon), 'c1', noon + minutes(3));
  assert.equal(kinds(woken(asked, noon + minutes(4)).entries), ['idle.warned']);
});
agent('has to greet a customer who has written nothing', () => {
  assert.equal(kinds(woken(served(both), noon + minutes(4)).entries), ['idle.warned']);
});
agent.run();

const off = suite('idle times');
off('do nothing without a setting, or for the side that has none', () => {
  const silent = writes(served(), 'p1', noon);
  assert.equal([silent.turn, idleDeadline(silent)], [null, null]);
  assert.equal(woken(silent, noon + minutes(480)).entries, []);
  const agentOnly = writes(served({ agent: both.agent! }), 'p1', noon);
  assert.is(idleDeadline(agentOnly), null);
});
off('stay those of the moment when the contact entered the queue', () => {
  const asked = writes(served(both), 'p1', noon);
  const { entries } = accepted(asked, wakeAt(asked, noon + minutes(10)), worldWith());
  assert.equal(kinds(entries), ['idle.warned', 'message']);
});
off('do nothing while no agent is in the chat', () => {
  const queued = accepted(newContactState('k1'), startCommand(), worldWith(both)).state;
  assert.equal([queued.idleTimes, idleDeadline(queued)], [both, null]);
});
off('wake a restarted contact no later than any silence matters, whoever wrote since the summary', () => {
  const steps = fc.array(
    fc.record({
      who: fc.constantFrom('c1' as const, 'p1' as const),
      after: fc.integer({ min: 1, max: 900_000 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      steps,
      fc.constantFrom(both, { agent: both.agent! }, { customer: both.customer! }),
      (all, times) => {
        let state = served(times);
        const stored = Math.min(...summarise(state).deadlines!.map(({ at }) => at));
        let now = noon;
        for (const { who, after } of all) {
          now += after;
          state = writes(state, who, now);
          const due = idleDeadline(state);
          if (due) assert.ok(stored <= due.at);
        }
      },
    ),
  );
});
off.run();
