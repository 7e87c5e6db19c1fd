// Why: every implementation of an allowance must pass this suite. Pass a factory; it registers the suite. The
// factory returns the same allowance as opened by two processes, and advances the time of both.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Allowance, OpenAllowance } from '../../../service/backend/allowance.js';

export interface AllowanceUnderTest {
  processes: readonly [OpenAllowance, OpenAllowance];
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const period = 60_000;
/** Allowed clock difference between several processes in milliseconds. */
const tolerance = 200;
const isAbout = (found: number, expected: number): void =>
  assert.ok(found <= expected && found > expected - tolerance, `${found} instead of ${expected}`);

export function allowanceContract(name: string, open: () => Promise<AllowanceUnderTest>): void {
  interface Context extends AllowanceUnderTest {
    here: Allowance;
    there: Allowance;
  }
  const contract = suite<Context>(`${name}: the contract of an allowance`);
  contract.before.each(async (context) => {
    Object.assign(context, await open());
    const [here, there] = context.processes.map((each) => each({ name: 'starts', amount: 3, period }));
    Object.assign(context, { here, there });
  });
  contract.after.each(({ close }) => close());

  contract('gives the whole amount at once, then tells how long to wait', async ({ here, there }) => {
    assert.equal([await here.take('a'), await there.take('a'), await here.take('a')], [0, 0, 0]);
    isAbout(await there.take('a'), 20_000);
  });
  contract('grants concurrent calls no more than the amount', async ({ here, there }) => {
    const waits = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? here : there).take('a')),
    );
    assert.is(waits.filter((wait) => wait === 0).length, 3);
  });
  contract('refills evenly during a period', async ({ here, pass }) => {
    await here.take('a', 3);
    await pass(19_000);
    isAbout(await here.take('a'), 1_000);
    await pass(1_000 + tolerance);
    assert.is(await here.take('a'), 0);
    await pass(period + tolerance);
    assert.is(await here.take('a', 3), 0);
    isAbout(await here.take('a', 1), 20_000);
  });
  contract('never accumulates more than the amount, however long it was unused', async ({ here, pass }) => {
    await here.take('a', 3);
    await pass(10 * period);
    assert.is(await here.take('a', 3), 0);
    assert.ok((await here.take('a')) > 0);
  });
  contract('takes nothing if the amount left is too small', async ({ here }) => {
    await here.take('a', 2);
    assert.ok((await here.take('a', 2)) > 0);
    assert.is(await here.take('a', 1), 0);
  });
  contract('counts each key and each name separately', async ({ here, processes: [openAllowance] }) => {
    await here.take('a', 3);
    assert.is(await here.take('b', 3), 0);
    assert.is(await openAllowance({ name: 'uploads', amount: 3, period }).take('a', 3), 0);
  });
  contract('allows everything without a limit', async ({ processes: [openAllowance] }) => {
    const unlimited = openAllowance({ name: 'unlimited', amount: null, period });
    assert.is(await unlimited.take('a', 1_000_000_000), 0);
  });
  contract.run();
}
