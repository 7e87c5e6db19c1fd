import { mock } from 'node:test';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Ticker } from '../../../console/time/ticker.js';
import { FakeHost } from '../../support/console/fake-host.js';

const ticker = suite('a ticker');
ticker.before.each(() => mock.timers.enable({ apis: ['setInterval'] }));
ticker.after.each(() => mock.timers.reset());

function open() {
  const host = new FakeHost();
  const needed = { is: true };
  new Ticker(host, 1_000, () => needed.is);
  host.connect();
  host.update();
  host.updates = 0;
  return { host, needed };
}

ticker('updates its element once every interval', () => {
  const { host } = open();
  mock.timers.tick(999);
  assert.is(host.updates, 0);
  mock.timers.tick(2_001);
  assert.is(host.updates, 3);
});
ticker('keeps its pace however often the element updates for other reasons', () => {
  const { host } = open();
  mock.timers.tick(900);
  host.update();
  mock.timers.tick(100);
  assert.is(host.updates, 1);
});
ticker('stops when nothing on the element depends on the time, and starts again', () => {
  const { host, needed } = open();
  needed.is = false;
  host.update();
  mock.timers.tick(5_000);
  assert.is(host.updates, 0);
  needed.is = true;
  host.update();
  mock.timers.tick(1_000);
  assert.is(host.updates, 1);
});
ticker('stops when its element leaves the page, and updates it when it returns', () => {
  const { host } = open();
  host.disconnect();
  mock.timers.tick(5_000);
  assert.is(host.updates, 0);
  host.connect();
  assert.is(host.updates, 1, 'what is shown is out of date');
  host.update();
  mock.timers.tick(1_000);
  assert.is(host.updates, 2);
});
ticker.run();
