import type { Clock } from '../../clock.js';
import { throttleTimes, type Throttle, type ThrottleKey } from '../throttle.js';

/** Keys per kind that are remembered; beyond that, the least recently used one is forgotten. */
const keysAtMost = 10_000;

/** The failures of a key. Times are monotonic milliseconds. */
interface Failures {
  count: number;
  /** The time of the first failure, advanced with each one that is forgotten. */
  since: number;
  /** The time until which the next attempt has to wait. */
  until: number;
}

/** Counts failures in memory. Several users of one object act like several processes. */
export function createLocalThrottle({ clock }: { clock: Pick<Clock, 'monotonic'> }): Throttle {
  /** By kind and key. The keys of a kind are in the order of their last use. */
  const kinds = new Map<string, Map<string, Failures>>();
  const { firstWait, longestWait, forgottenAfter } = throttleTimes;

  function ofKind(kind: string): Map<string, Failures> {
    const known = kinds.get(kind) ?? new Map<string, Failures>();
    kinds.set(kind, known);
    return known;
  }

  function store({ kind, key }: ThrottleKey, changed: Failures): void {
    const failures = ofKind(kind);
    failures.delete(key);
    if (changed.count > 0) failures.set(key, changed);
    const oldest = failures.keys().next();
    if (failures.size > keysAtMost && !oldest.done) failures.delete(oldest.value);
  }

  /** The failures of a key that aren't forgotten yet. */
  function failuresOf({ kind, key }: ThrottleKey): Failures {
    const now = clock.monotonic();
    const known = ofKind(kind).get(key) ?? { count: 0, since: now, until: -Infinity };
    const forgotten = Math.floor((now - known.since) / forgottenAfter);
    return {
      count: Math.max(0, known.count - forgotten),
      since: known.since + forgotten * forgottenAfter,
      until: known.until,
    };
  }

  const waitOf = ({ kind, key }: ThrottleKey): number =>
    Math.max(0, (ofKind(kind).get(key)?.until ?? -Infinity) - clock.monotonic());

  function count(key: ThrottleKey): void {
    const { free } = key;
    const now = clock.monotonic();
    const { count: before, since } = failuresOf(key);
    const count = before + 1;
    const wait = count <= free ? 0 : Math.min(longestWait, firstWait * 2 ** (count - free - 1));
    store(key, { count, since: before === 0 ? now : since, until: now + wait });
  }

  function uncount(key: ThrottleKey): void {
    const known = failuresOf(key);
    const count = Math.max(0, known.count - 1);
    store(key, { ...known, count, until: count <= key.free ? -Infinity : known.until });
  }

  return {
    async attempt(keys) {
      const wait = Math.max(...keys.map(waitOf));
      const failures = keys.reduce((sum, key) => sum + failuresOf(key).count, 0);
      if (wait <= 0) keys.forEach(count);
      return { wait, failures };
    },
    async uncount(keys) {
      keys.forEach(uncount);
    },
    async forget(keys) {
      for (const { kind, key } of keys) ofKind(kind).delete(key);
    },
  };
}
