import { mock } from 'node:test';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WaitingTime } from '../../../console/sign-in/waiting-time.js';
import { FakeHost } from '../../support/console/fake-host.js';

const waiting = suite('the wait before another attempt');
waiting.before.each(() => mock.timers.enable({ apis: ['setInterval'] }));
waiting.after.each(() => mock.timers.reset());

function open() {
  const host = new FakeHost();
  const clock = { now: 50_000 };
  let ends = 0;
  const wait = new WaitingTime(host, { monotonic: () => clock.now, onOver: () => (ends += 1) });
  host.connect();
  return { host, clock, wait, endsOf: () => ends };
}

waiting('is none before it starts', () => {
  const { host, wait, endsOf } = open();
  host.update();
  assert.equal([wait.seconds, endsOf()], [0, 0]);
});
waiting('counts whole seconds; one that has begun counts', () => {
  const { clock, wait } = open();
  wait.start(30);
  assert.is(wait.seconds, 30);
  clock.now += 1;
  assert.is(wait.seconds, 30);
  clock.now += 999;
  assert.is(wait.seconds, 29);
});
waiting('tells once when it is over', () => {
  const { host, clock, wait, endsOf } = open();
  wait.start(2);
  clock.now += 1_999;
  host.update();
  assert.is(endsOf(), 0);
  clock.now += 1;
  host.update();
  host.update();
  assert.equal([wait.seconds, endsOf()], [0, 1]);
});
waiting('updates its element while it lasts, and no longer', () => {
  const { host, clock, wait } = open();
  wait.start(1);
  host.update();
  host.updates = 0;
  mock.timers.tick(500);
  assert.is(host.updates, 2);
  clock.now += 1_000;
  host.update();
  host.updates = 0;
  mock.timers.tick(5_000);
  assert.is(host.updates, 0);
});
waiting('begins anew with another refusal', () => {
  const { clock, wait } = open();
  wait.start(1);
  clock.now += 2_000;
  wait.start(60);
  assert.is(wait.seconds, 60);
});
waiting.run();
