// Why: every implementation of connections must pass this suite. Pass a factory; it registers the suite. The
// factory returns two processes on the same backend, and advances the time of both.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Connections } from '../../../service/backend/connections.js';

export interface ConnectionsUnderTest {
  /** Connections as two processes see them. */
  processes: readonly [Connections, Connections];
  /** Wall time, in milliseconds since 1970. */
  now(): number;
  /** Advances the time, and delivers messages between processes. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const second = 1_000;
/** The grace period with which the factory opens them. */
export const graceUnderTest = 60 * second;

export function connectionsContract(name: string, open: () => Promise<ConnectionsUnderTest>): void {
  interface Context extends ConnectionsUnderTest {
    gone: string[];
    since: number[];
  }
  const contract = suite<Context>(`${name}: the contract of connections`);
  contract.before.each(async (context) => {
    Object.assign(context, await open());
    context.gone = [];
    context.since = [];
    for (const process of context.processes)
      process.onGone(async (id, since) => {
        context.gone.push(id);
        context.since.push(since);
      });
  });
  contract.after.each(({ close }) => close());

  contract('tell every process who is connected', async ({ processes: [here, there], pass }) => {
    const close = [here.open('k'), there.open('k')];
    await pass(second);
    assert.equal([here.has('k'), there.has('k'), here.has('other')], [true, true, false]);
    close[0]!();
    await pass(second);
    assert.equal([here.has('k'), there.has('k')], [true, true]);
    close[1]!();
    assert.is(there.has('k'), false);
    await pass(second);
    assert.is(here.has('k'), false);
  });
  contract(
    'tell one process once who has been gone for the grace period, and since when',
    async (context) => {
      const { processes, pass, now, gone, since } = context;
      processes[0].expect('k');
      processes[1].expect('k');
      await pass(10 * second);
      const close = processes[0].open('k');
      await pass(2 * graceUnderTest);
      assert.equal(gone, []);
      const left = now();
      close();
      await pass(graceUnderTest - second);
      assert.equal(gone, []);
      await pass(2 * second);
      assert.equal(gone, ['k']);
      assert.ok(Math.abs(since[0]! - left) <= second);
      await pass(3 * graceUnderTest);
      assert.equal(gone, ['k']);
    },
  );
  contract(
    'expect an id that never connected, and one that connects to another process',
    async ({ processes, pass, gone }) => {
      processes[0].expect('never');
      processes[0].expect('elsewhere');
      await pass(graceUnderTest / 2);
      processes[1].open('elsewhere');
      await pass(2 * graceUnderTest);
      assert.equal(gone, ['never']);
    },
  );
  contract('ignore a reload', async ({ processes: [here, there], pass, gone }) => {
    here.expect('k');
    for (let reload = 0; reload < 4; reload += 1) {
      const close = (reload % 2 ? here : there).open('k');
      await pass(5 * second);
      close();
      await pass(graceUnderTest - 5 * second);
    }
    assert.equal(gone, []);
  });
  contract("report no id as gone that isn't expected", async ({ processes: [here, there], pass, gone }) => {
    here.open('stranger')();
    here.expect('forgotten');
    await pass(second);
    there.forget('forgotten');
    await pass(2 * graceUnderTest);
    assert.equal(gone, []);
  });
  contract('let a reported id be expected again', async ({ processes: [here], pass, gone }) => {
    here.expect('k');
    await pass(graceUnderTest + second);
    here.expect('k');
    await pass(graceUnderTest - 2 * second);
    assert.equal(gone, ['k']);
    await pass(3 * second);
    assert.equal(gone, ['k', 'k']);
  });
  contract('call the other process if the first one fails', async () => {
    const { processes, pass, close } = await open();
    const told: number[] = [];
    for (const index of [0, 1] as const)
      processes[index].onGone(async () => {
        told.push(index);
        if (told.length === 1) throw new Error('the disk is full');
      });
    processes[0].expect('k');
    await pass(3 * graceUnderTest);
    assert.equal([...told].sort(), [0, 1]);
    await close();
  });
  contract.run();
}
