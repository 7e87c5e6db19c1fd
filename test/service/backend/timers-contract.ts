// Why: every implementation of timers must pass this suite. Pass a factory; it registers the suite. The
// factory returns two processes on the same backend, and advances the time of both.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { claimLasts, type Timers } from '../../../service/backend/timers.js';

export interface TimersUnderTest {
  /** The timers as two processes see them. */
  processes: readonly [Timers, Timers];
  /** Wall time, in milliseconds since 1970. */
  now(): number;
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const second = 1_000;
const hour = 3_600_000;

export function timersContract(name: string, open: () => Promise<TimersUnderTest>): void {
  interface Context extends TimersUnderTest {
    /** The calls of each process: the `id`, and its deadlines relative to the start. */
    calls: [string[], string[]];
    at: (id: string, ...offsets: number[]) => void;
  }
  const contract = suite<Context>(`${name}: the contract of timers`);
  contract.before.each(async (context) => {
    Object.assign(context, await open());
    const start = context.now();
    context.calls = [[], []];
    context.at = (id, ...offsets) =>
      context.processes[0].set(
        id,
        offsets.map((offset) => ({ at: start + offset, within: Infinity })),
      );
  });
  contract.after.each(({ close }) => close());

  /** Registers both processes as receivers, which return `answer`. */
  const receive = (
    { processes, calls, now }: Context,
    answer = async (): Promise<void> => undefined,
  ): void => {
    const start = now();
    for (const index of [0, 1] as const)
      processes[index].onDue((id, reached) => {
        calls[index].push([id, ...reached.map((at) => at - start)].join(' '));
        return answer();
      });
  };
  const all = ({ calls }: Context): string[] => calls.flat().sort();

  contract('call once for each id when its deadline has passed', async (context) => {
    receive(context);
    context.at('late', 30 * second);
    context.at('early', 10 * second);
    await context.pass(9 * second);
    assert.equal(all(context), []);
    await context.pass(2 * second);
    assert.equal(all(context), ['early 10000']);
    await context.pass(hour);
    assert.equal(all(context), ['early 10000', 'late 30000']);
  });
  contract('use the latest deadlines, whichever process set them', async (context) => {
    receive(context);
    context.at('a', 10 * second);
    context.processes[1].set('a', [{ at: context.now() + 20 * second, within: Infinity }]);
    context.at('b', 10 * second);
    context.at('b');
    await context.pass(15 * second);
    assert.equal(all(context), []);
    await context.pass(10 * second);
    assert.equal(all(context), ['a 20000']);
  });
  contract('call for each deadline of an id, and name those that have passed', async (context) => {
    receive(context);
    context.at('a', 30 * second, 10 * second, 20 * second);
    await context.pass(11 * second);
    assert.equal(all(context), ['a 10000']);
    await context.pass(30 * second);
    assert.equal(all(context), ['a 10000', 'a 20000', 'a 30000']);
  });
  contract('call at once for a time that has passed', async (context) => {
    receive(context);
    context.at('a', -5 * second);
    await context.pass(second);
    assert.equal(all(context), ['a -5000']);
  });
  contract('call one of two processes, and no other while the call runs', async (context) => {
    let finish = (): void => undefined;
    const running = new Promise<void>((resolve) => (finish = resolve));
    receive(context, () => running);
    for (let index = 0; index < 10; index += 1) context.at(`id${index}`, second);
    await context.pass(claimLasts - second);
    assert.is(all(context).length, 10);
    finish();
    await context.pass(hour);
    assert.is(all(context).length, 10);
  });
  contract('call again after a few seconds if the call failed', async (context) => {
    let fails = true;
    receive(context, async () => {
      if (fails) throw new Error('the disk is full');
    });
    context.at('a', second);
    await context.pass(2 * second);
    assert.is(all(context).length, 1);
    await context.pass(10 * second);
    assert.ok(all(context).length > 1);
    fails = false;
    await context.pass(10 * second);
    const { length } = all(context);
    await context.pass(hour);
    assert.is(all(context).length, length);
  });
  contract('call another receiver if a call never ends', async (context) => {
    const { processes, calls } = context;
    let isFirst = true;
    for (const index of [0, 1] as const)
      processes[index].onDue((id) => {
        calls[index].push(id);
        if (!isFirst) return Promise.resolve();
        isFirst = false;
        return new Promise(() => undefined);
      });
    context.at('a', second);
    await context.pass(claimLasts);
    assert.is(calls.flat().length, 1);
    await context.pass(claimLasts);
    assert.equal(calls.flat(), ['a', 'a']);
  });
  contract('let a call set the next deadline', async ({ processes, now, pass }) => {
    let calls = 0;
    for (const process of processes)
      process.onDue(async (id) => {
        calls += 1;
        if (calls < 3) process.set(id, [{ at: now() + second, within: Infinity }]);
      });
    processes[0].set('a', [{ at: now() + second, within: Infinity }]);
    await pass(hour);
    assert.is(calls, 3);
  });
  contract(
    'return the remaining time of a deadline, set or not',
    async ({ processes: [timers], now, pass }) => {
      const deadline = { at: now() + 20 * second, within: 20 * second };
      timers.set('a', [deadline]);
      await pass(5 * second);
      assert.ok(Math.abs(timers.left('a', deadline) - 15 * second) <= second);
      assert.is(timers.left('unknown', { at: 0, within: 20 * second }), 0);
    },
  );
  contract.run();
}
