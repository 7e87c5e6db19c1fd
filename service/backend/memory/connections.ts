import type { Clock } from '../../clock.js';
import type { Connections, OnGone } from '../connections.js';
import { createClaimedCalls } from './claimed-calls.js';
import { createGracePeriods } from './grace-periods.js';

export interface LocalConnectionsOptions {
  clock: Clock;
  /** Milliseconds for which an expected id may have no connection. */
  grace: number;
}

/** Connections in memory, which end with the process. */
export interface LocalConnections extends Connections {
  close(): void;
}

/** Creates connections in memory. Several users of one object act like several processes. */
export function createLocalConnections({ clock, grace }: LocalConnectionsOptions): LocalConnections {
  /** The number of connections of each id. */
  const open = new Map<string, number>();
  const expected = new Set<string>();
  const gone = createClaimedCalls<Parameters<OnGone>>();
  const periods = createGracePeriods({
    clock,
    milliseconds: grace,
    onOver(id, since) {
      expected.delete(id);
      void gone.call(id, since).then((isDone) => isDone || expect(id));
    },
  });

  function expect(id: string): void {
    expected.add(id);
    if (!open.has(id)) periods.begin(id);
  }

  function close(id: string): void {
    const left = open.get(id)! - 1;
    if (left > 0) return void open.set(id, left);
    open.delete(id);
    if (expected.has(id)) periods.begin(id);
  }

  return {
    open(id) {
      open.set(id, (open.get(id) ?? 0) + 1);
      periods.end(id);
      return () => close(id);
    },
    has: (id) => open.has(id),
    expect,
    forget(id) {
      expected.delete(id);
      periods.end(id);
    },
    onGone: (receive) => gone.add(receive),
    close: () => periods.close(),
  };
}
