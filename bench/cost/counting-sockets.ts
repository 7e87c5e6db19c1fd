import type { WebSocket as NodeSocket } from 'ws';
import type { Environment } from '../../client/environment.js';
import { socketsOf } from '../../test/support/programs.js';

/** What went over sockets. */
export interface Frames {
  sent: number;
  received: number;
  /** Bytes of texts, both ways. */
  bytes: number;
}

/** Sockets that count their frames. */
export function countingSockets(frames: Frames, origin: string, cookie?: string): Environment['WebSocket'] {
  const Base = socketsOf(origin, cookie) as unknown as typeof NodeSocket;
  return class extends Base {
    constructor(url: string) {
      super(url);
      this.on('message', (data: Buffer) => {
        frames.received += 1;
        frames.bytes += data.length;
      });
    }

    override send(data: string): void {
      frames.sent += 1;
      frames.bytes += Buffer.byteLength(data);
      super.send(data);
    }
  } as unknown as Environment['WebSocket'];
}
