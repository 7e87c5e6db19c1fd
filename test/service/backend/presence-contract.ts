// Why: every implementation of presence must pass this suite. Pass a factory; it registers the suite. The
// factory returns two processes on the same backend, and advances the time of both.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Presence } from '../../../service/backend/presence.js';
import { limits } from '../../../shared/limits.js';

export interface PresenceUnderTest {
  /** Presence as two processes see it. */
  processes: readonly [Presence, Presence];
  /** Advances the time, and delivers messages between processes. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const second = 1_000;
const profile = (agentId: string) => ({ agentId, displayName: agentId, queues: ['q'], maxChats: 2 });
const ada = profile('a1');

export function presenceContract(name: string, open: () => Promise<PresenceUnderTest>): void {
  const contract = suite<PresenceUnderTest & { gone: string[] }>(`${name}: the contract of presence`);
  contract.before.each(async (context) => {
    Object.assign(context, await open());
    context.gone = [];
    for (const process of context.processes)
      process.onGone(async (agentId) => void context.gone.push(agentId));
  });
  contract.after.each(({ close }) => close());

  contract("uses the console's status for an agent who is not known", ({ processes: [here] }) => {
    here.open(ada, 'AVAILABLE');
    assert.is(here.get('a1')!.status, 'AVAILABLE');
    here.setStatus('a1', 'OFFLINE');
    here.open(ada, 'AVAILABLE');
    assert.is(here.get('a1')!.status, 'OFFLINE');
  });
  contract(
    'tells every process since when an agent has the status, reasons included',
    async ({ processes, pass }) => {
      const [here, there] = processes;
      here.open(ada, 'AVAILABLE');
      await pass(5 * second);
      here.setStatus('a1', 'AWAY:lunch');
      await pass(3 * second);
      // A contact that is over makes no other status.
      here.touch('a1');
      await pass(3 * second);
      for (const presence of [here, there]) {
        const { status, statusSince } = presence.get('a1')!;
        assert.is(status, 'AWAY:lunch');
        const age = presence.now() - statusSince;
        assert.ok(age >= 5 * second && age <= 8 * second, `the status is ${age} ms old`);
      }
    },
  );
  contract('tells every process about every agent and every change', async ({ processes, pass }) => {
    const [here, there] = processes;
    const heard: unknown[] = [];
    there.on('changed', (agentId) => heard.push(agentId));
    there.on('status', (...words) => heard.push(words));
    const close = here.open(ada, 'OFFLINE');
    await pass(second);
    assert.equal(there.get('a1')!.profile, ada);
    here.setStatus('a1', 'AVAILABLE');
    here.update({ ...ada, maxChats: 5 });
    await pass(second);
    const { status, consoles, profile } = there.get('a1')!;
    assert.equal([status, consoles, profile.maxChats], ['AVAILABLE', 1, 5]);
    assert.ok(heard.some((each) => JSON.stringify(each) === '["a1","AVAILABLE"]'));
    there.open(ada, 'OFFLINE');
    await pass(second);
    assert.is(here.get('a1')!.consoles, 2);
    close();
    await pass(second);
    assert.equal(
      [...there.all()].map((each) => [each.profile.agentId, each.consoles]),
      [['a1', 1]],
    );
  });
  contract(
    'keeps the status during a reload, and forgets an agent who stays away',
    async ({ processes, pass }) => {
      const [here, there] = processes;
      const leave = here.open(ada, 'AVAILABLE');
      leave();
      assert.is(here.get('a1')!.consoles, 0);
      await pass(second);
      const leaveAgain = there.open(ada, 'OFFLINE');
      await pass(limits.agentGone * 2);
      assert.is(here.get('a1')!.status, 'AVAILABLE');
      leaveAgain();
      leaveAgain();
      await pass(limits.agentGone + second);
      assert.equal([here.get('a1'), there.get('a1')], [undefined, undefined]);
    },
  );
  contract(
    'counts consoles, so closing one of two tabs changes nothing',
    async ({ processes, pass, gone }) => {
      const [here, there] = processes;
      const first = here.open(ada, 'AVAILABLE');
      there.open(ada, 'AVAILABLE');
      await pass(second);
      first();
      await pass(limits.agentGone * 2);
      assert.is(here.get('a1')!.consoles, 1);
      assert.equal(gone, []);
    },
  );
  contract(
    'tells one process that an agent is gone after the grace period',
    async ({ processes, pass, gone }) => {
      processes[0].open(ada, 'AVAILABLE')();
      await pass(limits.agentGone - second);
      assert.equal(gone, []);
      await pass(2 * second);
      assert.equal(gone, ['a1']);
      await pass(limits.agentGone * 3);
      assert.equal(gone, ['a1']);
    },
  );
  contract('gives an expected agent the grace period', async ({ processes, pass, gone }) => {
    const [here, there] = processes;
    here.open(ada, 'AVAILABLE');
    for (const agentId of ['a1', 'a2', 'a3']) there.expect(agentId);
    here.expect('a2');
    await pass(second);
    here.open(profile('a3'), 'AVAILABLE');
    await pass(limits.agentGone + second);
    assert.equal(gone, ['a2']);
  });
  contract('reports a status once', ({ processes: [here] }) => {
    const heard: unknown[] = [];
    here.on('status', (...told) => heard.push(told));
    here.open(ada, 'AVAILABLE');
    here.setStatus('a1', 'MISSED');
    here.setStatus('a1', 'MISSED');
    here.setStatus('nobody', 'OFFLINE');
    assert.equal(heard, [['a1', 'MISSED']]);
  });
  contract(
    'counts idleness from becoming available and from the last contact',
    async ({ processes, pass }) => {
      const [here, there] = processes;
      const longestIdle = (): string[] =>
        [...there.all()].sort((a, b) => a.idleSince - b.idleSince).map((each) => each.profile.agentId);
      here.open(ada, 'OFFLINE');
      await pass(second);
      here.open(profile('a2'), 'AVAILABLE');
      await pass(second);
      assert.equal(longestIdle(), ['a1', 'a2']);
      here.setStatus('a1', 'AVAILABLE');
      await pass(second);
      assert.equal(longestIdle(), ['a2', 'a1']);
      here.touch('a2');
      await pass(second);
      assert.equal(longestIdle(), ['a1', 'a2']);
    },
  );
  contract('calls the other process if the first one fails', async () => {
    const { processes, pass, close } = await open();
    const told: number[] = [];
    for (const index of [0, 1] as const)
      processes[index].onGone(async () => {
        told.push(index);
        if (told.length === 1) throw new Error('the disk is full');
      });
    processes[0].open(ada, 'AVAILABLE')();
    await pass(limits.agentGone * 3);
    assert.equal([...told].sort(), [0, 1]);
    await close();
  });
  contract.run();
}
