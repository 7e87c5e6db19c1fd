// Why: what a bus promises, it promises for every implementation. Hand it a factory; it registers a suite. The factory
// gives the bus as two processes have it.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Bus } from '../../../service/backend/bus.js';

export type TestTopics = { number: number; word: string };

export interface BusUnderTest {
  processes: readonly [Bus<TestTopics>, Bus<TestTopics>];
  /** Resolves once what was published has arrived. */
  arrived(): Promise<void>;
  /** Cuts the second process off, and connects it again. Left out where that cannot be. */
  interrupt?(): Promise<void>;
  /** What subscribers have thrown. */
  errors: unknown[];
  close(): Promise<void>;
}

/** A subscriber that notes what it is told. */
function listener() {
  const heard: number[] = [];
  const states: string[] = [];
  const subscriber = {
    receive: (number: number) => void heard.push(number),
    live: () => void states.push('live'),
    interrupted: () => void states.push('interrupted'),
  };
  return { heard, states, subscriber };
}

export function busContract(name: string, open: () => Promise<BusUnderTest>): void {
  const contract = suite<BusUnderTest>(`${name}: the contract of a bus`);
  contract.before.each(async (context) => void Object.assign(context, await open()));
  contract.after.each(({ close }) => close());

  contract('brings messages in order to the subscribers of the topic, and of no other', (context) => {
    const [bus] = context.processes;
    const { heard, subscriber } = listener();
    bus.subscribe('number', 'a', subscriber);
    for (const number of [1, 2, 3]) bus.publish('number', 'a', number);
    bus.publish('number', 'b', 4);
    bus.publish('word', 'a', 'five');
    assert.equal(heard, [1, 2, 3], 'before publish returns');
  });
  contract('brings messages to other processes, once it is live', async ({ processes, arrived }) => {
    const [here, there] = processes;
    const { heard, states, subscriber } = listener();
    there.subscribe('number', 'a', subscriber);
    await arrived();
    assert.equal(states, ['live']);
    here.publish('number', 'a', 1);
    here.publish('number', 'b', 2);
    await arrived();
    assert.equal(heard, [1]);
  });
  contract('every subscriber of a topic is told that it is live', async ({ processes, arrived }) => {
    const listeners = [listener(), listener()];
    for (const { subscriber } of listeners) processes[0].subscribe('number', 'a', subscriber);
    await arrived();
    assert.equal(
      listeners.map(({ states }) => states),
      [['live'], ['live']],
    );
  });
  contract('says when it was interrupted, and when it is live again', async (context) => {
    const { processes, arrived, interrupt } = context;
    const [here, there] = processes;
    const { heard, states, subscriber } = listener();
    there.subscribe('number', 'a', subscriber);
    await arrived();
    if (!interrupt) return assert.equal(states, ['live']);
    await interrupt();
    await arrived();
    assert.equal(states, ['live', 'interrupted', 'live']);
    here.publish('number', 'a', 1);
    await arrived();
    assert.equal(heard.at(-1), 1);
  });
  contract('stops when the subscriber leaves, in the middle of a message too', ({ processes: [bus] }) => {
    const { heard, subscriber } = listener();
    const leave = [
      bus.subscribe('number', 'a', { receive: () => leave.forEach((each) => each()) }),
      bus.subscribe('number', 'a', subscriber),
    ];
    bus.publish('number', 'a', 1);
    bus.publish('number', 'a', 2);
    assert.equal(heard, []);
  });
  contract('a subscriber that throws affects no other', ({ processes: [bus], errors }) => {
    const { heard, subscriber } = listener();
    bus.subscribe('number', 'a', {
      receive() {
        throw new Error('bad subscriber');
      },
    });
    bus.subscribe('number', 'a', subscriber);
    bus.publish('number', 'a', 1);
    assert.equal([heard, errors.length], [[1], 1]);
  });
  contract('the same subscriber may subscribe twice, and leaves once at a time', ({ processes: [bus] }) => {
    const { heard, subscriber } = listener();
    const leave = bus.subscribe('number', 'a', subscriber);
    bus.subscribe('number', 'a', subscriber);
    leave();
    leave();
    bus.publish('number', 'a', 1);
    assert.equal(heard, [1]);
  });
  contract.run();
}
