import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tokenTimes } from '../../../../../console/admin/widgets/code/token-times.js';

const now = 1_780_000_000;

const times = suite('the times of a token');
times('say when it was created and when it expires', () => {
  assert.is(
    tokenTimes({ iat: now - 150, exp: now + 450 }, now),
    'Created 3 minutes ago, expires in 8 minutes.',
  );
});
times('say that it has expired', () => {
  assert.is(
    tokenTimes({ iat: now - 7_300, exp: now - 6_700 }, now),
    'Created 2 hours ago, expired 112 minutes ago.',
  );
});
times('use a unit from two of it on', () => {
  const created = (seconds: number) => tokenTimes({ iat: now - seconds }, now);
  assert.is(created(1), 'Created 1 second ago.');
  assert.is(created(119), 'Created 119 seconds ago.');
  assert.is(created(120), 'Created 2 minutes ago.');
  assert.is(created(3 * 86_400), 'Created 3 days ago.');
});
times('say that a token is from the future, as with a wrong clock', () => {
  assert.is(tokenTimes({ iat: now + 300 }, now), 'Created in 5 minutes.');
});
times('begin a sentence whichever claim is there', () => {
  assert.is(tokenTimes({ exp: now + 600 }, now), 'Expires in 10 minutes.');
  assert.is(tokenTimes({}, now), '');
});
times('leave out what is no time in seconds', () => {
  assert.is(tokenTimes({ iat: String(now), exp: now * 1000 }, now), '');
});
times.run();
