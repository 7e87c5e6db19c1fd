// Why: every implementation of offers must pass this suite. Pass a factory; it registers the suite. The
// factory returns two processes on the same backend.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Offers, PlannedOffer, Reserved } from '../../../service/backend/offers.js';

export interface OffersUnderTest {
  processes: readonly [Offers, Offers];
  /** Stores a contact of an agent. Omit it if one process appends, whose callers know all loads. */
  serve?(contactId: string, agentId: string): Promise<void>;
  close(): Promise<void>;
}

const plan = (contactId: string, agentId: string, change: Partial<PlannedOffer> = {}): PlannedOffer => ({
  contactId,
  agentId,
  maxChats: 2,
  load: 0,
  ...change,
});

export function offersContract(name: string, open: () => Promise<OffersUnderTest>): void {
  const contract = suite<OffersUnderTest>(`${name}: the contract of offers`);
  contract.before.each(async (context) => void Object.assign(context, await open()));
  contract.after.each(({ close }) => close());

  const isMade = (reserved: Reserved): boolean => 'reservation' in reserved;
  const release = (reserved: Reserved): void => {
    assert.ok('reservation' in reserved);
    reserved.reservation.release();
  };

  contract('reserve a contact for one agent at a time', async ({ processes: [here, there] }) => {
    const first = await here.reserve(plan('k', 'a1'));
    assert.equal(await there.reserve(plan('k', 'a2')), { taken: 'contact' });
    assert.equal(await here.reserve(plan('k', 'a1')), { taken: 'contact' });
    release(first);
    assert.ok(isMade(await there.reserve(plan('k', 'a2'))));
  });
  contract(
    'let one of several concurrent reservations of a contact succeed',
    async ({ processes: [here, there] }) => {
      const made = await Promise.all(
        ['a1', 'a2', 'a3', 'a4'].map((agentId, index) =>
          (index % 2 ? here : there).reserve(plan('k', agentId)),
        ),
      );
      assert.is(made.filter(isMade).length, 1);
    },
  );
  contract('reserve no more contacts than the agent may have', async ({ processes: [here, there] }) => {
    const made = await Promise.all(
      ['k1', 'k2', 'k3', 'k4'].map((contactId, index) =>
        (index % 2 ? here : there).reserve(plan(contactId, 'a1')),
      ),
    );
    assert.is(made.filter(isMade).length, 2);
    assert.ok(
      isMade(await here.reserve(plan('count agents separately', 'a2'))),
      'other agents have their own places',
    );
    release(made.find(isMade)!);
    assert.ok(isMade(await there.reserve(plan('k6', 'a1'))));
    assert.equal(await here.reserve(plan('k7', 'a1')), { taken: 'agent' });
  });
  contract('include the contacts that the agent has', async ({ processes: [here] }) => {
    assert.equal(await here.reserve(plan('k1', 'a1', { load: 2 })), { taken: 'agent' });
    assert.ok(isMade(await here.reserve(plan('k1', 'a1', { load: 1 }))));
    assert.equal(await here.reserve(plan('k2', 'a1', { load: 1 })), { taken: 'agent' });
  });
  contract("include stored contacts that the caller doesn't know", async ({ processes: [here], serve }) => {
    if (!serve) return;
    await serve('k1', 'a1');
    const first = await here.reserve(plan('k2', 'a1'));
    assert.equal(await here.reserve(plan('k3', 'a1')), { taken: 'agent' });
    await serve('k2', 'a1');
    release(first);
    assert.equal(await here.reserve(plan('k3', 'a1')), { taken: 'agent' });
  });
  contract('release a reservation once', async ({ processes: [here] }) => {
    const first = await here.reserve(plan('k', 'a1'));
    release(first);
    assert.ok(isMade(await here.reserve(plan('k', 'a1'))));
    release(first);
    assert.equal(await here.reserve(plan('k', 'a2')), { taken: 'contact' });
  });
  contract.run();
}
