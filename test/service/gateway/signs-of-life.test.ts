import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { SignsOfLife } from '../../../service/gateway/signs-of-life.js';
import { limits } from '../../../shared/limits.js';

const signs = suite('SignsOfLife');
signs('pings a silent socket repeatedly, and then gives it up', () => {
  const life = new SignsOfLife(0);
  assert.is(life.due(limits.pingInterval - 1), 'nothing');
  assert.is(life.due(limits.pingInterval), 'ask');
  assert.is(life.due(limits.pingInterval + 5_000), 'nothing');
  assert.is(life.due(2 * limits.pingInterval), 'ask');
  assert.is(life.due(limits.silence), 'give up');
});
signs('also pings in the first seconds of a process', () => {
  // A monotonic clock begins anywhere, so zero is a time like any other.
  const life = new SignsOfLife(-limits.pingInterval);
  assert.is(life.due(0), 'ask');
});
signs('restarts the wait with everything that arrives', () => {
  const life = new SignsOfLife(0);
  life.heard(limits.silence - 1);
  assert.is(life.due(limits.silence), 'nothing');
});
signs.run();
