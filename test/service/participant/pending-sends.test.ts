import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Outcome } from '../../../service/contact/decide-round.js';
import { ServiceError } from '../../../service/errors.js';
import type { SentEntry } from '../../../service/participant/participant-acts.js';
import { PendingSends } from '../../../service/participant/pending-sends.js';

const who = { participantId: 'c1', role: 'CUSTOMER', displayName: 'Cleo' } as const;
const messageOf = (clientToken: string | null, seq: number, participantId = 'c1'): SentEntry => ({
  ...{ seq, at: 0, kind: 'message', who: { ...who, participantId }, clientToken },
  ...{ contentType: 'text/plain', content: 'hello' },
});
const outcomeOf = (repeats: number | null): Outcome => ({ entries: [], repeats, state: null as never });

/** Records a connection's answers; `log` contains the entries that can be read. */
function setUp({ cursor = 0, log = [] as SentEntry[], failure = null as Error | null } = {}) {
  const told: string[] = [];
  const pending = new PendingSends(
    {
      acts: {
        read: (_, seq) =>
          failure ? Promise.reject(failure) : Promise.resolve(log.find((entry) => entry.seq === seq)),
      },
      who: { contactId: 'k1', participantId: 'c1' },
      view: {
        stored: ({ clientToken, seq }) => told.push(`${clientToken} is ${seq}`),
        refused: (error, clientToken) => told.push(`${clientToken}: ${(error as ServiceError).code}`),
      },
    },
    cursor,
  );
  return { pending, told };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

const sends = suite('PendingSends');
sends('answers an entry at its place, as often as it was sent', () => {
  const { pending, told } = setUp();
  pending.add('t1');
  pending.add('t1');
  assert.is(pending.answer(messageOf('t1', 7)), true);
  assert.equal(told, ['t1 is 7', 't1 is 7']);
});
sends('answers an entry once if another connection of the participant sent the next one', () => {
  const { pending, told } = setUp();
  pending.add('t1');
  pending.answer(messageOf('t1', 7));
  assert.is(pending.answer(messageOf('t1', 7)), false);
  assert.is(told.length, 1);
});
sends('ignores entries of others, also with the same client token, and entries without one', () => {
  const { pending, told } = setUp();
  pending.add('t1');
  assert.is(pending.answer(messageOf('t1', 7, 'a1')), false);
  assert.is(pending.answer(messageOf(null, 8)), false);
  assert.equal(told, []);
});
sends('reads and answers again what was sent and shown before', async () => {
  const { pending, told } = setUp({ cursor: 9, log: [messageOf('t1', 7)] });
  pending.add('t1');
  pending.done(outcomeOf(7), { clientToken: 't1' });
  await settled();
  assert.equal(told, ['t1 is 7']);
});
sends("doesn't read what is still to be shown", async () => {
  const { pending, told } = setUp({ cursor: 6, log: [messageOf('t1', 7)] });
  pending.add('t1');
  pending.done(outcomeOf(7), { clientToken: 't1' });
  await settled();
  assert.equal(told, []);
  pending.answer(messageOf('t1', 7));
  assert.equal(told, ['t1 is 7']);
});
sends('reports a refusal with its client token, and forgets the send', () => {
  const { pending, told } = setUp();
  pending.add('t1');
  pending.refused(new ServiceError('MESSAGE_TOO_LONG'), { clientToken: 't1' });
  assert.equal(told, ['t1: MESSAGE_TOO_LONG']);
  assert.is(pending.answer(messageOf('t1', 7)), false);
});
sends("reports a log that can't be read", async () => {
  const { pending, told } = setUp({ cursor: 9, failure: new ServiceError('TEMPORARILY_UNAVAILABLE') });
  pending.add('t1');
  pending.done(outcomeOf(7), { clientToken: 't1' });
  await settled();
  assert.equal(told, ['t1: TEMPORARILY_UNAVAILABLE']);
});
sends.run();
