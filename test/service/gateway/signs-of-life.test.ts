import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { SignsOfLife } from '../../../service/gateway/signs-of-life.js';
import { limits } from '../../../shared/limits.js';

const signs = suite('SignsOfLife');
signs('asks a silent socket once in a while, and gives it up', () => {
  const life = new SignsOfLife(0);
  assert.is(life.due(limits.pingInterval - 1), 'nothing');
  assert.is(life.due(limits.pingInterval), 'ask');
  assert.is(life.due(limits.pingInterval + 5_000), 'nothing');
  assert.is(life.due(2 * limits.pingInterval), 'ask');
  assert.is(life.due(limits.silence), 'give up');
});
signs('asks in the first seconds of a process as well', () => {
  // A monotonic clock begins anywhere: zero is a time like any other.
  const life = new SignsOfLife(-limits.pingInterval);
  assert.is(life.due(0), 'ask');
});
signs('anything heard begins the wait anew', () => {
  const life = new SignsOfLife(0);
  life.heard(limits.silence - 1);
  assert.is(life.due(limits.silence), 'nothing');
});
signs.run();
