import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createCommitRetry } from '../../../../../service/backend/embedded/contact-log/commit-retry.js';

const open = () => {
  const clock = { now: 0 };
  const told: unknown[] = [];
  const retry = createCommitRetry({
    retry: () => Promise.resolve(),
    onCommitFailure: (cause) => told.push(cause),
    monotonic: () => clock.now,
  });
  return { clock, told, retry };
};

const knows = suite('hasSucceededWithin');
knows('is false before the first commit', () => {
  assert.is(open().retry.hasSucceededWithin(5_000), false);
});
knows('is true until the last commit is too old', () => {
  const { clock, retry } = open();
  retry.succeeded();
  clock.now = 5_000;
  assert.is(retry.hasSucceededWithin(5_000), true);
  clock.now = 5_001;
  assert.is(retry.hasSucceededWithin(5_000), false);
});
knows('is false between a failure and the next success', () => {
  const { retry } = open();
  retry.succeeded();
  retry.failed(new Error('ENOSPC'));
  assert.is(retry.hasSucceededWithin(5_000), false);
  retry.succeeded();
  assert.is(retry.hasSucceededWithin(5_000), true);
  retry.close();
});
knows.run();

const tells = suite('onCommitFailure');
tells('is called once for a failure, and once when it is over', () => {
  const { told, retry } = open();
  const cause = new Error('ENOSPC');
  retry.failed(cause);
  retry.failed(new Error('again'));
  retry.succeeded();
  retry.succeeded();
  assert.equal(told, [cause, null]);
  retry.close();
});
tells.run();
