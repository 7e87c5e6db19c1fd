import { setImmediate } from 'node:timers/promises';
import type { ClosedLoop } from './closed-loop.js';

export interface Latency {
  /** The median and the 99th percentile, in milliseconds, until a message was acknowledged and delivered. */
  half: number;
  most: number;
}

/**
 * Sends messages at fixed times, in each chat in turn, without waiting for earlier answers. The latency of a
 * message counts from the time at which it was due, so that a server that stalls can't hide the messages it
 * delayed (coordinated omission).
 */
export async function runAtRate(
  loop: Pick<ClosedLoop, 'say' | 'chats'>,
  { rate, milliseconds }: { rate: number; milliseconds: number },
): Promise<Latency> {
  const count = Math.floor((rate * milliseconds) / 1000);
  const took: number[] = [];
  const from = performance.now();
  const answers: Promise<void>[] = [];
  for (let index = 0; index < count;) {
    for (; index < count && dueAt(index) <= performance.now(); index += 1) {
      const due = dueAt(index);
      answers.push(loop.say(index % loop.chats).then(() => void took.push(performance.now() - due)));
    }
    await setImmediate();
  }
  await Promise.all(answers);
  took.sort((a, b) => a - b);
  return { half: took[took.length >> 1]!, most: took[Math.floor(took.length * 0.99)]! };

  function dueAt(index: number): number {
    return from + (index / rate) * 1000;
  }
}
