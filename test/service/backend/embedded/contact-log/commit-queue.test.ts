import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  createCommitQueue,
  type Operation,
} from '../../../../../service/backend/embedded/contact-log/commit-queue.js';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
const put = (key: string): Operation[] => [{ type: 'put', key, value: '' }];

/** A queue whose commits end at once. Records the number of writes in each. */
function setUp() {
  const commits: number[] = [];
  const queue = createCommitQueue(
    async (batch) => void commits.push(batch.length),
    () => assert.unreachable(),
  );
  /** Commits this many writes in each turn of the event loop, in successive turns. */
  const write = async (turns: number[]) => {
    const written: Promise<void>[] = [];
    for (const many of turns) {
      for (let count = 0; count < many; count += 1) written.push(queue.commit(put(`${written.length}`)));
      await nextTurn();
    }
    await Promise.all(written);
  };
  return { commits, write };
}

const gathering = suite('createCommitQueue');
gathering("doesn't delay a single write", async () => {
  const { commits, write } = setUp();
  await write([1]);
  assert.equal(commits, [1]);
});
gathering('waits while turns of the event loop bring many writes, at most eight turns', async () => {
  const { commits, write } = setUp();
  await write([5, 5, 5, 0]);
  assert.equal(commits, [15]);
  await write([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]);
  assert.equal(commits.slice(0, 2), [15, 40]);
});
gathering("doesn't wait for a few more writes, because each turn would delay all others", async () => {
  const { commits, write } = setUp();
  await write([5, 2, 2, 2, 2]);
  assert.ok(commits.length >= 3, `${commits.length} commits: ${commits.join(', ')}`);
  assert.is(
    commits.reduce((sum, many) => sum + many, 0),
    13,
  );
});
gathering.run();
