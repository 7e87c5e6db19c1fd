import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createTrouble } from '../../../../service/store/embedded/trouble.js';

const open = () => {
  const clock = { now: 0 };
  const told: unknown[] = [];
  const trouble = createTrouble({
    retry: () => Promise.resolve(),
    onTrouble: (cause) => told.push(cause),
    monotonic: () => clock.now,
  });
  return { clock, told, trouble };
};

const knows = suite('hasSucceededWithin');
knows('is false before the first commit', () => {
  assert.is(open().trouble.hasSucceededWithin(5_000), false);
});
knows('is true until the last commit is too old', () => {
  const { clock, trouble } = open();
  trouble.succeeded();
  clock.now = 5_000;
  assert.is(trouble.hasSucceededWithin(5_000), true);
  clock.now = 5_001;
  assert.is(trouble.hasSucceededWithin(5_000), false);
});
knows('is false from a failure to the next success', () => {
  const { trouble } = open();
  trouble.succeeded();
  trouble.failed(new Error('ENOSPC'));
  assert.is(trouble.hasSucceededWithin(5_000), false);
  trouble.succeeded();
  assert.is(trouble.hasSucceededWithin(5_000), true);
  trouble.close();
});
knows.run();

const tells = suite('onTrouble');
tells('hears of a failure once, and once that it is over', () => {
  const { told, trouble } = open();
  const cause = new Error('ENOSPC');
  trouble.failed(cause);
  trouble.failed(new Error('again'));
  trouble.succeeded();
  trouble.succeeded();
  assert.equal(told, [cause, null]);
  trouble.close();
});
tells.run();
