// Why: every implementation of claims must pass this suite. Pass a factory; it registers the suite. The
// factory returns two processes on the same backend.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Claims } from '../../../service/backend/claims.js';

export interface ClaimsUnderTest {
  processes: readonly [Claims, Claims];
  close(): Promise<void>;
}

export function claimsContract(name: string, open: () => Promise<ClaimsUnderTest>): void {
  const contract = suite<ClaimsUnderTest>(`${name}: the contract of claims`);
  contract.before.each(async (context) => void Object.assign(context, await open()));
  contract.after.each(({ close }) => close());

  contract('grant concurrent calls no more places than there are', async ({ processes: [here, there] }) => {
    const takers = Array.from({ length: 10 }, (_, index) => (index % 2 ? here : there).take('uploads', 3));
    const taken = (await Promise.all(takers)).filter((claim) => claim !== null);
    assert.equal(taken.map(({ count }) => count).sort(), [1, 2, 3]);
    assert.equal([await here.count('uploads'), await there.count('uploads')], [3, 3]);
  });
  contract(
    'let a released place be taken again, and release it once',
    async ({ processes: [here, there] }) => {
      const first = (await here.take('uploads', 1))!;
      assert.is(await there.take('uploads', 1), null);
      first.release();
      const second = await there.take('uploads', 1);
      assert.ok(second);
      first.release();
      assert.is(await here.take('uploads', 1), null);
    },
  );
  contract('count names separately', async ({ processes: [here, there] }) => {
    await here.take('uploads a', 1);
    assert.ok(await there.take('uploads', 1));
    assert.ok(await there.take('uploads a b', 1));
    assert.is(await here.count('nothing'), 0);
  });
  contract('count everyone if there is no limit', async ({ processes: [here, there] }) => {
    for (let count = 1; count <= 5; count += 1)
      assert.is((await (count % 2 ? here : there).take('sending', Infinity))!.count, count);
  });
  contract(
    'never let both of two callers continue that check each other after taking',
    async ({ processes: [here, there] }) => {
      const goOn = async (claims: Claims, own: string, other: string): Promise<boolean> => {
        await claims.take(own, Infinity);
        return (await claims.count(other)) === 0;
      };
      const both = await Promise.all([goOn(here, 'sending', 'removing'), goOn(there, 'removing', 'sending')]);
      assert.not.equal(both, [true, true]);
    },
  );
  contract.run();
}
