import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  AuditPartSchema,
  createAuditLog,
  partSize,
  type AuditFacts,
} from '../../../service/audit/audit-log.js';
import { createMemoryCollection } from '../../../service/backend/memory/collection.js';
import { limits } from '../../../shared/limits.js';
import { createTestClock } from '../../support/test-clock.js';

const facts = (target: string): AuditFacts => ({
  ...{ agentId: 'a1', who: 'ada', action: 'PUT /api/queues/:queueId', target, members: ['name'] },
});

function setUp() {
  const clock = createTestClock();
  const store = createMemoryCollection({ schema: AuditPartSchema });
  return { clock, store, log: createAuditLog({ store, clock }) };
}

const test = suite('createAuditLog');
test('numbers the entries, and gives them newest first, page by page', async () => {
  const { log } = setUp();
  for (const target of ['a', 'b', 'c']) await log.append(facts(target));
  const first = await log.list({ limit: 2 });
  assert.equal(
    first.map(({ seq, target }) => [seq, target]),
    [
      [3, 'c'],
      [2, 'b'],
    ],
  );
  const rest = await log.list({ before: 2, limit: 2 });
  assert.equal(
    rest.map(({ target }) => target),
    ['a'],
  );
});
test('loses no entry if several processes write at once', async () => {
  const { store, clock, log } = setUp();
  const other = createAuditLog({ store, clock });
  const all = Array.from({ length: partSize + 20 }, (_, index) => `t${index}`);
  await Promise.all(all.map((target, index) => (index % 2 ? log : other).append(facts(target))));
  const entries = await log.list({ limit: 1_000 });
  assert.equal(entries.map(({ target }) => target).sort(), [...all].sort());
  assert.equal(
    entries.map(({ seq }) => seq),
    all.map((_, index) => all.length - index),
  );
});
test('keeps a limited number of entries, and each for a limited time', async () => {
  const { store, clock, log } = setUp();
  for (let index = 0; index < limits.auditEntries + 2 * partSize; index += 1) await log.append(facts('x'));
  const { length } = await log.list({ limit: Infinity });
  assert.ok(length <= limits.auditEntries && length > limits.auditEntries - 2 * partSize, String(length));
  clock.pass((limits.auditDays + 1) * 86_400_000);
  for (let index = 0; index <= partSize; index += 1) await log.append(facts('y'));
  const kept = await log.list({ limit: Infinity });
  assert.ok(kept.filter(({ target }) => target === 'x').length < partSize);
  assert.ok((await store.list()).length <= 3);
});
test.run();
