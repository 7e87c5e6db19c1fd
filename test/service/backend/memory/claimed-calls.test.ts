import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createClaimedCalls } from '../../../../service/backend/memory/claimed-calls.js';

const calls = suite('createClaimedCalls');
calls('gives each call to one receiver, in turn', async () => {
  const claimed = createClaimedCalls<[number]>();
  const heard: string[] = [];
  claimed.add(async (each) => void heard.push(`first ${each}`));
  claimed.add(async (each) => void heard.push(`second ${each}`));
  assert.equal([await claimed.call(1), await claimed.call(2)], [true, true]);
  assert.equal(heard, ['first 1', 'second 2']);
});
calls('is not done if the receiver fails, or nobody receives it', async () => {
  const claimed = createClaimedCalls<[]>();
  assert.not(claimed.hasReceivers);
  assert.is(await claimed.call(), false);
  const undo = claimed.add(() => Promise.reject(new Error('later')));
  assert.ok(claimed.hasReceivers);
  assert.is(await claimed.call(), false);
  undo();
  assert.is(await claimed.call(), false);
});
calls('removes a receiver once, however often its undo is called', async () => {
  const claimed = createClaimedCalls<[]>();
  const undo = claimed.add(async () => undefined);
  claimed.add(async () => undefined);
  undo();
  undo();
  assert.ok(claimed.hasReceivers);
  assert.is(await claimed.call(), true);
});
calls.run();
