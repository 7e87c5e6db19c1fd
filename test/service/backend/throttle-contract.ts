// Why: every implementation of a throttle must pass this suite. Pass a factory; it registers the suite. The
// factory returns two processes on the same backend, and advances the time of both.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { throttleTimes, type Throttle, type ThrottleKey } from '../../../service/backend/throttle.js';

export interface ThrottleUnderTest {
  processes: readonly [Throttle, Throttle];
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const { firstWait, longestWait, forgottenAfter } = throttleTimes;
const key = (name: string, free = 3) => ({ kind: 'name', key: name, free });
/** Allowed clock difference between several processes in milliseconds. */
const tolerance = 200;
const waitOf = async (throttle: Throttle, keys: ThrottleKey[]): Promise<number> =>
  (await throttle.attempt(keys)).wait;
const isAbout = (found: number, expected: number): void =>
  assert.ok(found <= expected && found > expected - tolerance, `${found} instead of ${expected}`);

export function throttleContract(name: string, open: () => Promise<ThrottleUnderTest>): void {
  const contract = suite<ThrottleUnderTest>(`${name}: the contract of a throttle`);
  contract.before.each(async (context) => void Object.assign(context, await open()));
  contract.after.each(({ close }) => close());

  /** Fails this many times, each as soon as the next attempt is allowed, at the processes in turn. */
  const fail = async ({ processes, pass }: ThrottleUnderTest, name: string, times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      const throttle = processes[time % 2]!;
      const wait = await waitOf(throttle, [key(name)]);
      if (wait === 0) continue;
      await pass(wait + tolerance);
      assert.is(await waitOf(throttle, [key(name)]), 0);
    }
  };

  contract('ignores a few failures, then doubles the wait with each', async (context) => {
    const { processes, pass } = context;
    const [here, there] = processes;
    await fail(context, 'ada', 4);
    isAbout(await waitOf(here, [key('ada')]), firstWait);
    await pass(firstWait + tolerance);
    assert.is(await waitOf(there, [key('ada')]), 0);
    isAbout(await waitOf(here, [key('ada')]), 2 * firstWait);
  });
  contract('limits the wait', async (context) => {
    // Counts ten failures at once, without waits, under a key for which they are free.
    const [here] = context.processes;
    for (let time = 0; time < 40; time += 1) await waitOf(here, [key('ada', 1_000)]);
    await waitOf(here, [key('ada')]);
    isAbout(await waitOf(here, [key('ada')]), longestWait);
  });
  contract(
    'allows concurrent attempts no more free failures than sequential ones',
    async ({ processes: [here, there] }) => {
      const waits = await Promise.all(
        Array.from({ length: 10 }, (_, time) => waitOf(time % 2 ? here : there, [key('ada')])),
      );
      assert.is(waits.filter((wait) => wait === 0).length, 4);
    },
  );
  contract('counts under all keys or under none', async (context) => {
    const [here] = context.processes;
    await fail(context, 'ada', 4);
    for (let time = 0; time < 10; time += 1) assert.ok((await waitOf(here, [key('ada'), key('grace')])) > 0);
    assert.is(await waitOf(here, [key('grace')]), 0);
    assert.is(await waitOf(here, [key('grace'), key('other')]), 0);
    assert.is(await waitOf(here, [key('grace')]), 0);
  });
  contract('returns the remembered failures of all keys, in any process', async (context) => {
    const [here, there] = context.processes;
    const failures = async (throttle: Throttle, ...names: string[]) =>
      (await throttle.attempt(names.map((name) => key(name)))).failures;
    assert.is(await failures(here, 'ada'), 0);
    assert.is(await failures(there, 'ada'), 1);
    assert.is(await failures(here, 'ada', 'grace'), 2);
    assert.is(await failures(there, 'grace'), 1);
    await context.pass(forgottenAfter + tolerance);
    assert.is(await failures(there, 'grace'), 1);
    await here.forget([key('grace')]);
    assert.is(await failures(there, 'grace'), 0);
  });
  contract('counts kinds separately', async (context) => {
    const [here, there] = context.processes;
    await fail(context, 'ada', 4);
    assert.is(await waitOf(there, [{ ...key('ada'), kind: 'device' }]), 0);
    await here.forget([{ ...key('ada'), kind: 'device' }]);
    assert.ok((await waitOf(here, [key('ada')])) > 0);
  });
  contract('uncounts a successful attempt', async (context) => {
    const [here, there] = context.processes;
    await fail(context, 'ada', 4);
    await there.uncount([key('ada')]);
    assert.is(await waitOf(here, [key('ada')]), 0);
    isAbout(await waitOf(here, [key('ada')]), firstWait);
  });
  contract('forgets keys when told to', async (context) => {
    const [here, there] = context.processes;
    await fail(context, 'ada', 4);
    await there.forget([key('ada')]);
    for (let time = 0; time < 4; time += 1) assert.is(await waitOf(here, [key('ada')]), 0);
  });
  contract('forgets a failure every few minutes', async (context) => {
    const [here] = context.processes;
    await fail(context, 'ada', 3);
    await context.pass(forgottenAfter + tolerance);
    assert.is(await waitOf(here, [key('ada')]), 0);
    assert.is(await waitOf(here, [key('ada')]), 0);
    isAbout(await waitOf(here, [key('ada')]), firstWait);
  });
  contract.run();
}
