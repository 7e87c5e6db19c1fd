import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Lazy } from '../../../widget/async/lazy.js';

const lazy = suite('Lazy');
lazy('loads nothing before its first use, and once for all uses', async () => {
  let loaded = 0;
  const thing = new Lazy(async () => ({ number: (loaded += 1) }));
  assert.is(loaded, 0);
  assert.is(thing.current, undefined);
  const [one, other] = await Promise.all([thing.get(), thing.get()]);
  assert.is(one, other);
  assert.is(await thing.get(), one);
  assert.is(thing.current, one);
  assert.is(loaded, 1);
});
lazy('tries again with the next use if loading failed', async () => {
  let attempts = 0;
  const thing = new Lazy(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('offline');
    return 'there';
  });
  const failed = await thing.get().catch((reason: Error) => reason.message);
  assert.is(failed, 'offline');
  assert.is(thing.current, undefined);
  assert.is(await thing.get(), 'there');
});
lazy.run();
