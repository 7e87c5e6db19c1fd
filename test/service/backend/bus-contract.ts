// Why: every implementation of the bus must pass this suite. Pass a factory; it registers the suite. The
// factory returns the bus as two processes see it.
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Bus } from '../../../service/backend/bus.js';

export type TestTopics = { number: number; word: string };

export interface BusUnderTest {
  processes: readonly [Bus<TestTopics>, Bus<TestTopics>];
  /** Resolves when all published messages have arrived. */
  arrived(): Promise<void>;
  /** Disconnects the second process and connects it again. Omit it if that is impossible. */
  interrupt?(): Promise<void>;
  /** The exceptions of subscribers. */
  errors: unknown[];
  close(): Promise<void>;
}

/** A subscriber that records its calls. */
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

  contract('delivers messages in order to the subscribers of the topic, and to no others', (context) => {
    const [bus] = context.processes;
    const { heard, subscriber } = listener();
    bus.subscribe('number', 'a', subscriber);
    for (const number of [1, 2, 3]) bus.publish('number', 'a', number);
    bus.publish('number', 'b', 4);
    bus.publish('word', 'a', 'five');
    assert.equal(heard, [1, 2, 3], 'before publish returns');
  });
  contract('delivers messages to other processes once it is live', async ({ processes, arrived }) => {
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
  contract('tells every subscriber of a topic that it is live', async ({ processes, arrived }) => {
    const listeners = [listener(), listener()];
    for (const { subscriber } of listeners) processes[0].subscribe('number', 'a', subscriber);
    await arrived();
    assert.equal(
      listeners.map(({ states }) => states),
      [['live'], ['live']],
    );
  });
  contract('tells subscribers of an interruption, and when it is live again', async (context) => {
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
  contract('stops when the subscriber leaves, even during a delivery', ({ processes: [bus] }) => {
    const { heard, subscriber } = listener();
    const leave = [
      bus.subscribe('number', 'a', { receive: () => leave.forEach((each) => each()) }),
      bus.subscribe('number', 'a', subscriber),
    ];
    bus.publish('number', 'a', 1);
    bus.publish('number', 'a', 2);
    assert.equal(heard, []);
  });
  contract('isolates subscribers from one that throws', ({ processes: [bus], errors }) => {
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
  contract('lets the same subscriber subscribe twice, and leave once each time', ({ processes: [bus] }) => {
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
