import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { every, systemClock, toMonotonic } from '../../service/clock.js';
import { createTestClock } from '../support/test-clock.js';

const system = suite('systemClock');
system('shows both times', () => {
  assert.ok(Math.abs(systemClock.now() - Date.now()) < 1_000);
  const before = systemClock.monotonic();
  assert.ok(systemClock.monotonic() >= before);
});
system('calls back once, and not after the undo', async () => {
  const called: string[] = [];
  const undo = systemClock.later(0, () => called.push('undone'));
  undo();
  await new Promise<void>((resolve) => {
    // The clock's timers don't keep the process alive; this one does.
    const alive = setInterval(() => undefined, 1_000);
    systemClock.later(1, () => {
      clearInterval(alive);
      called.push('due');
      resolve();
    });
  });
  assert.equal(called, ['due']);
});
system('waits longer than a timeout of 2^31 milliseconds', () => {
  const timeouts: { callback: () => void; milliseconds: number }[] = [];
  const real = globalThis.setTimeout;
  const fake = (callback: () => void, milliseconds: number) => {
    timeouts.push({ callback, milliseconds });
    return { unref: () => undefined } as unknown as NodeJS.Timeout;
  };
  try {
    globalThis.setTimeout = fake as typeof setTimeout;
    const called: string[] = [];
    systemClock.later(2 ** 31 + 60_000, () => called.push('due'));
    assert.is(timeouts[0]!.milliseconds, 2 ** 31 - 1);
    timeouts[0]!.callback();
    // No time has passed, so the call is as far away as before.
    assert.equal([called, timeouts.length], [[], 2]);
  } finally {
    globalThis.setTimeout = real;
  }
});
system.run();

const repeated = suite('every');
repeated('calls back repeatedly until the undo', () => {
  const clock = createTestClock();
  let calls = 0;
  const undo = every(clock, 10, () => (calls += 1));
  clock.pass(35);
  assert.is(calls, 3);
  undo();
  clock.pass(100);
  assert.equal([calls, clock.pending], [3, 0]);
});
repeated('may be undone by its own callback', () => {
  const clock = createTestClock();
  let calls = 0;
  const undo = every(clock, 10, () => {
    calls += 1;
    undo();
  });
  clock.pass(100);
  assert.is(calls, 1);
});
repeated.run();

const conversion = suite('toMonotonic');
conversion('returns the monotonic time at which the wall clock shows the given time', () => {
  const clock = createTestClock();
  const due = toMonotonic(clock, clock.now() + 5_000);
  clock.jump(-3_600_000);
  clock.pass(5_000);
  assert.is(clock.monotonic(), due);
});
conversion.run();
