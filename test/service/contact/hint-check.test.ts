import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ChangedContact, Changes } from '../../../service/backend/changes.js';
import { checkedEvery, createHintCheck } from '../../../service/contact/hint-check.js';
import { summary } from '../backend/contact-log-contract.js';
import { settled } from '../../support/settled.js';
import { createTestClock } from '../../support/test-clock.js';

function setUp() {
  const clock = createTestClock();
  const log = { lastNumbers: new Map<string, number>(), changed: [] as ChangedContact[], fails: false };
  const asked: string[][] = [];
  const marks: (string | null)[] = [];
  const changes: Changes = {
    async lastNumbers(contactIds) {
      asked.push([...contactIds]);
      return contactIds.map((contactId) => log.lastNumbers.get(contactId) ?? 0);
    },
    async summaries(mark) {
      if (log.fails) throw new Error('the database is unreachable');
      marks.push(mark);
      return { changed: log.changed, mark: String(marks.length) };
    },
  };
  const told: string[] = [];
  const summaries = {
    catchUp: ({ summary }: ChangedContact) => void told.push(summary.contactId),
    begin: () => void told.push('begin'),
  };
  const errors: unknown[] = [];
  let recovered = 0;
  const check = createHintCheck({
    ...{ changes, clock, summaries },
    onRecovered: () => (recovered += 1),
    onError: (error) => errors.push(error),
  });
  const follow = (contactId: string, cursor: number) => {
    const caughtUp: number[] = [];
    const undo = check.add({ contactId, cursor, catchUp: (lastSeq) => void caughtUp.push(lastSeq) });
    return { caughtUp, undo };
  };
  return { clock, log, asked, marks, told, errors, check, follow, recovered: () => recovered };
}

const checks = suite('createHintCheck');
checks(
  'checks every followed contact with one request, and notifies the followers that are behind',
  async () => {
    const { clock, log, asked, follow, recovered } = setUp();
    log.lastNumbers.set('k1', 5).set('k2', 3);
    const behind = follow('k1', 4);
    const upToDate = follow('k1', 5);
    const other = follow('k2', 0);
    const gone = follow('k3', 0);
    gone.undo();
    clock.pass(checkedEvery);
    await settled();
    assert.equal(asked, [['k1', 'k2']]);
    assert.equal([behind.caughtUp, upToDate.caughtUp, other.caughtUp, gone.caughtUp], [[5], [], [3], []]);
    assert.is(recovered(), 2);
  },
);
checks('requests the summaries since the last time, and reports when all are known', async () => {
  const { clock, log, marks, told } = setUp();
  log.changed = [{ summary: summary('k1'), lastSeq: 1 }];
  for (let time = 0; time < 3; time += 1) {
    clock.pass(checkedEvery);
    await settled();
    log.changed = [];
  }
  assert.equal(marks, [null, '1', '2']);
  assert.equal(told.slice(0, 2), ['k1', 'begin']);
});
checks('makes one request for all calls of a moment, and another for calls meanwhile', async () => {
  const { marks, check } = setUp();
  const first = [check.check(), check.check(), check.check()];
  await Promise.resolve();
  await Promise.resolve();
  const second = check.check();
  await Promise.all([...first, second]);
  assert.is(marks.length, 2);
});
checks('splits a request about many contacts', async () => {
  const { asked, follow, check } = setUp();
  for (let index = 0; index < 2_500; index += 1) follow(`k${index}`, 0);
  await check.check();
  assert.equal(
    asked.map(({ length }) => length),
    [1_000, 1_000, 500],
  );
});
checks('reports a failure once, and continues', async () => {
  const { clock, log, errors, marks } = setUp();
  log.fails = true;
  for (let time = 0; time < 3; time += 1) {
    clock.pass(checkedEvery);
    await settled();
  }
  assert.is(errors.length, 1);
  log.fails = false;
  clock.pass(checkedEvery);
  await settled();
  assert.equal(marks, [null]);
});
checks('leaves no timer', () => {
  const { clock, check } = setUp();
  check.close();
  assert.is(clock.pending, 0);
});
checks.run();
