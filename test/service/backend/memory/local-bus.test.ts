import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createLocalBus } from '../../../../service/backend/memory/local-bus.js';

function setUp() {
  const errors: unknown[] = [];
  const bus = createLocalBus<{ number: number; word: string }>({ onError: (error) => errors.push(error) });
  const heard: unknown[] = [];
  return { bus, heard, errors };
}

const buses = suite('createLocalBus');
buses('brings messages in order to whoever subscribed to the topic, and to nobody else', () => {
  const { bus, heard } = setUp();
  bus.subscribe('number', 'a', (number) => heard.push(number));
  for (const number of [1, 2, 3]) bus.publish('number', 'a', number);
  bus.publish('number', 'b', 4);
  bus.publish('word', 'a', 'five');
  assert.equal(heard, [1, 2, 3]);
});
buses('stops when the subscriber leaves, in the middle of a message too', () => {
  const { bus, heard } = setUp();
  const leave = [
    bus.subscribe('number', 'a', () => leave.forEach((each) => each())),
    bus.subscribe('number', 'a', (number) => heard.push(number)),
  ];
  bus.publish('number', 'a', 1);
  bus.publish('number', 'a', 2);
  assert.equal(heard, []);
});
buses('a receiver that throws harms nobody else', () => {
  const { bus, heard, errors } = setUp();
  bus.subscribe('number', 'a', () => {
    throw new Error('bad receiver');
  });
  bus.subscribe('number', 'a', (number) => heard.push(number));
  bus.publish('number', 'a', 1);
  assert.equal([heard, errors.length], [[1], 1]);
});
buses('the same receiver may subscribe twice, and leaves once at a time', () => {
  const { bus, heard } = setUp();
  const receive = (number: number): number => heard.push(number);
  const leave = bus.subscribe('number', 'a', receive);
  bus.subscribe('number', 'a', receive);
  leave();
  leave();
  bus.publish('number', 'a', 1);
  assert.equal(heard, [1]);
});
buses.run();
