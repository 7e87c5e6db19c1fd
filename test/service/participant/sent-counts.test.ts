import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { SentCounts } from '../../../service/participant/sent-counts.js';

const counting = suite('SentCounts');
counting('counts each token until it is taken', () => {
  const token = fc.constantFrom('t1', 't2', 't3');
  const step = fc.record({ token, isTaken: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const counts = new SentCounts();
      const expected = new Map<string, number>();
      for (const { token, isTaken } of steps) {
        assert.is(counts.has(token), expected.has(token));
        if (isTaken) {
          assert.is(counts.take(token), expected.get(token) ?? 0);
          expected.delete(token);
        } else {
          counts.add(token);
          expected.set(token, (expected.get(token) ?? 0) + 1);
        }
      }
    }),
  );
});
counting.run();
