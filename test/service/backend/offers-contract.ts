// Why: what offers promise, they promise for every implementation. Hand it a factory; it registers a suite. The factory
// gives two processes over the same backend.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Offers, PlannedOffer } from '../../../service/backend/offers.js';

export interface OffersUnderTest {
  processes: readonly [Offers, Offers];
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

  contract('reserve a contact for one agent at a time', async ({ processes: [here, there] }) => {
    const first = await here.reserve(plan('k', 'a1'));
    assert.ok(first);
    assert.is(await there.reserve(plan('k', 'a2')), null);
    assert.is(await here.reserve(plan('k', 'a1')), null);
    first.release();
    assert.ok(await there.reserve(plan('k', 'a2')));
  });
  contract('of reservations at once for one contact one succeeds', async ({ processes: [here, there] }) => {
    const made = await Promise.all(
      ['a1', 'a2', 'a3', 'a4'].map((agentId, index) =>
        (index % 2 ? here : there).reserve(plan('k', agentId)),
      ),
    );
    assert.is(made.filter(Boolean).length, 1);
  });
  contract('reserve no more contacts than an agent takes', async ({ processes: [here, there] }) => {
    const made = await Promise.all(
      ['k1', 'k2', 'k3', 'k4'].map((contactId, index) =>
        (index % 2 ? here : there).reserve(plan(contactId, 'a1')),
      ),
    );
    assert.is(made.filter(Boolean).length, 2);
    assert.ok(await here.reserve(plan('k5', 'a2')), 'other agents have their own places');
    made.find(Boolean)!.release();
    assert.ok(await there.reserve(plan('k6', 'a1')));
    assert.is(await here.reserve(plan('k7', 'a1')), null);
  });
  contract('count the contacts that the agent has', async ({ processes: [here] }) => {
    assert.is(await here.reserve(plan('k1', 'a1', { load: 2 })), null);
    assert.ok(await here.reserve(plan('k1', 'a1', { load: 1 })));
    assert.is(await here.reserve(plan('k2', 'a1', { load: 1 })), null);
  });
  contract('a reservation is released once', async ({ processes: [here] }) => {
    const first = (await here.reserve(plan('k', 'a1')))!;
    first.release();
    const second = await here.reserve(plan('k', 'a1'));
    first.release();
    assert.ok(second);
    assert.is(await here.reserve(plan('k', 'a2')), null);
  });
  contract.run();
}
