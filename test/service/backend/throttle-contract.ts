// Why: what a throttle promises, it promises for every implementation. Hand it a factory; it registers a suite. The
// factory gives two processes over the same backend, and lets time pass for both.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { throttleTimes, type Throttle } from '../../../service/backend/throttle.js';

export interface ThrottleUnderTest {
  processes: readonly [Throttle, Throttle];
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const { firstWait, longestWait, forgottenAfter } = throttleTimes;
const key = (name: string, free = 3) => ({ kind: 'name', key: name, free });
/** How far a clock may be off that several processes share. */
const tolerance = 200;
const isAbout = (found: number, expected: number): void =>
  assert.ok(found <= expected && found > expected - tolerance, `${found} instead of ${expected}`);

export function throttleContract(name: string, open: () => Promise<ThrottleUnderTest>): void {
  const contract = suite<ThrottleUnderTest>(`${name}: the contract of a throttle`);
  contract.before.each(async (context) => void Object.assign(context, await open()));
  contract.after.each(({ close }) => close());

  /** Fails so often, each time as soon as the next attempt may be made, at the processes in turn. */
  const fail = async ({ processes, pass }: ThrottleUnderTest, name: string, times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      const throttle = processes[time % 2]!;
      const wait = await throttle.attempt([key(name)]);
      if (wait === 0) continue;
      await pass(wait + tolerance);
      assert.is(await throttle.attempt([key(name)]), 0);
    }
  };

  contract('a few mistakes cost nothing, then each doubles the wait', async (context) => {
    const { processes, pass } = context;
    const [here, there] = processes;
    await fail(context, 'ada', 4);
    isAbout(await here.attempt([key('ada')]), firstWait);
    await pass(firstWait + tolerance);
    assert.is(await there.attempt([key('ada')]), 0);
    isAbout(await here.attempt([key('ada')]), 2 * firstWait);
  });
  contract('the wait has an end', async (context) => {
    // Nobody waits for ten failures: they are counted at once under a key of which they are free.
    const [here] = context.processes;
    for (let time = 0; time < 40; time += 1) await here.attempt([key('ada', 1_000)]);
    await here.attempt([key('ada')]);
    isAbout(await here.attempt([key('ada')]), longestWait);
  });
  contract('of attempts at once no more are free than alone', async ({ processes: [here, there] }) => {
    const waits = await Promise.all(
      Array.from({ length: 10 }, (_, time) => (time % 2 ? here : there).attempt([key('ada')])),
    );
    assert.is(waits.filter((wait) => wait === 0).length, 4);
  });
  contract('counts under every key or under none', async (context) => {
    const [here] = context.processes;
    await fail(context, 'ada', 4);
    for (let time = 0; time < 10; time += 1) assert.ok((await here.attempt([key('ada'), key('grace')])) > 0);
    assert.is(await here.attempt([key('grace')]), 0);
    assert.is(await here.attempt([key('grace'), key('other')]), 0);
    assert.is(await here.attempt([key('grace')]), 0);
  });
  contract('kinds have nothing to do with each other', async (context) => {
    const [here, there] = context.processes;
    await fail(context, 'ada', 4);
    assert.is(await there.attempt([{ ...key('ada'), kind: 'device' }]), 0);
    await here.forget([{ ...key('ada'), kind: 'device' }]);
    assert.ok((await here.attempt([key('ada')])) > 0);
  });
  contract('a success takes its own attempt back', async (context) => {
    const [here, there] = context.processes;
    await fail(context, 'ada', 4);
    await there.uncount([key('ada')]);
    assert.is(await here.attempt([key('ada')]), 0);
    isAbout(await here.attempt([key('ada')]), firstWait);
  });
  contract('forgets what it is told to forget', async (context) => {
    const [here, there] = context.processes;
    await fail(context, 'ada', 4);
    await there.forget([key('ada')]);
    for (let time = 0; time < 4; time += 1) assert.is(await here.attempt([key('ada')]), 0);
  });
  contract('forgets a failure every few minutes', async (context) => {
    const [here] = context.processes;
    await fail(context, 'ada', 3);
    await context.pass(forgottenAfter + tolerance);
    assert.is(await here.attempt([key('ada')]), 0);
    assert.is(await here.attempt([key('ada')]), 0);
    isAbout(await here.attempt([key('ada')]), firstWait);
  });
  contract.run();
}
