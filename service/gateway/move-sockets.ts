import type { Clock } from '../clock.js';
import type { OpenSocket } from './open-sockets.js';

export interface MoveOptions {
  clock: Pick<Clock, 'later'>;
  /** From 0 to 1. */
  random: () => number;
}

/** Milliseconds between two groups of sockets. */
const groupEvery = 100;
/** Sockets per millisecond that may return if all are closed at once, and the longest wait for one. */
const returningAtOnce = 5;
const longestWait = 2_000;

/**
 * Closes sockets evenly over these milliseconds, in random order, so that the processes that take over get a steady stream of
 * clients. A hint spreads the clients of one group over the time until the next group.
 */
export async function moveSockets(
  sockets: Iterable<OpenSocket>,
  milliseconds: number,
  { clock, random }: MoveOptions,
): Promise<void> {
  const leaving = shuffled([...sockets], random);
  const groups = Math.max(1, Math.floor(milliseconds / groupEvery));
  let moved = 0;
  for (let group = 1; group <= groups && moved < leaving.length; group += 1) {
    const until = Math.ceil((leaving.length * group) / groups);
    for (; moved < until; moved += 1) leaving[moved]!.close('SERVICE_RESTARTING', random() * groupEvery);
    if (milliseconds > 0) await new Promise<void>((resolve) => clock.later(groupEvery, resolve));
  }
}

/** Closes all sockets at once. Hints spread their return. */
export function closeSockets(sockets: Iterable<OpenSocket>, random: () => number): void {
  const all = [...sockets];
  const spread = Math.min(longestWait, all.length / returningAtOnce);
  for (const socket of all) socket.close('SERVICE_RESTARTING', random() * spread);
}

/** Fisher and Yates: with sockets in the order of their age, one widget or one agent would leave as a whole. */
function shuffled<T>(list: T[], random: () => number): T[] {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    [list[last], list[chosen]] = [list[chosen]!, list[last]!];
  }
  return list;
}
