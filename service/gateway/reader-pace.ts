import type { WebSocket } from 'ws';
import { limits } from '../../shared/limits.js';

/** Bytes that may wait in a socket before its reader counts as slow and is given nothing live. */
const bufferedAtMost = 1024 * 1024;
/** Bytes beyond which it counts as hopeless: nothing of a log comes near this, but answers may, where nobody reads them. */
const hopelessAt = 8 * 1024 * 1024;
/** Milliseconds in which a slow reader must have caught up, once. */
const slowAtMost = limits.silence;

/** How fast a socket's reader takes what it is given. */
export interface ReaderPace {
  /** Null while the reader keeps up; else resolves when it does again. */
  busy(): Promise<void> | null;
  /** Whether so much waits that nothing more may. */
  isHopeless(): boolean;
  /** Whether it has been slow for too long; to be asked every few seconds. */
  isStuck(): boolean;
}

export function createReaderPace(socket: WebSocket, clock: () => number): ReaderPace {
  let slowSince: number | null = null;
  const isSlow = (): boolean => socket.readyState === socket.OPEN && socket.bufferedAmount > bufferedAtMost;

  return {
    busy() {
      if (!isSlow()) return null;
      // The callback of a ping comes when everything before it has left: the moment to go on.
      return new Promise((resolve) =>
        socket.ping(undefined, undefined, () => {
          slowSince = null;
          resolve();
        }),
      );
    },
    isHopeless: () => socket.bufferedAmount > hopelessAt,
    isStuck() {
      slowSince = isSlow() ? (slowSince ?? clock()) : null;
      return slowSince !== null && clock() - slowSince >= slowAtMost;
    },
  };
}
