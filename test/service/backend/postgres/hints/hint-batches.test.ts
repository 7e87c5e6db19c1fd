import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { toNotifications } from '../../../../../service/backend/postgres/hints/hint-batches.js';

const hintsIn = (notifications: string[]): unknown[] =>
  notifications.flatMap((text) => (JSON.parse(text) as { hints: unknown[] }).hints);

const batches = suite('toNotifications');
batches('puts hints together, in order, and says who sent them', () => {
  const [only, ...more] = toNotifications('me', [1, 'two', { three: 3 }]);
  assert.equal(JSON.parse(only!), { from: 'me', hints: [1, 'two', { three: 3 }] });
  assert.equal(more, []);
  assert.equal(toNotifications('me', []), []);
});
batches('stays below 8,000 bytes, whatever the characters, and loses nothing that fits', () => {
  for (const character of ['x', 'ü', '😀', '"', '\0']) {
    const hints = Array.from({ length: 200 }, (_, index) => character.repeat(index * 3));
    const notifications = toNotifications('me', hints);
    assert.ok(notifications.every((text) => Buffer.byteLength(text) < 8_000));
    assert.equal(hintsIn(notifications), hints);
  }
});
batches('leaves out a hint that is too large alone', () => {
  assert.equal(hintsIn(toNotifications('me', [1, 'x'.repeat(8_000), 2])), [1, 2]);
});
batches.run();
