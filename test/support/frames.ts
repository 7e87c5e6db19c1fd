// Why: a test of a socket reads as a conversation: send this, receive that. Extend with what a test waits
// for.
import type { WebSocket } from 'ws';

/** Any frame; tests look into it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test names the member it expects, and fails where it isn't
export type AnyFrame = { type: string } & Record<string, any>;

export interface Frames {
  say(frame: object | string): void;
  /** The next frame of one of these types that was not returned before. Other frames stay for later calls. */
  next(...types: string[]): Promise<AnyFrame>;
  /** All frames that have arrived and were not returned yet. */
  unread(): AnyFrame[];
  /** The code and reason with which the socket was closed. */
  closed: Promise<{ code: number; reason: string }>;
  close(): void;
}

interface Waiting {
  types: string[];
  resolve: (frame: AnyFrame) => void;
}

export function openFrames(socket: WebSocket): Frames {
  let arrived: AnyFrame[] = [];
  let waiting: Waiting[] = [];
  socket.on('message', (data) => {
    const frame = JSON.parse((data as Buffer).toString()) as AnyFrame;
    const taker = waiting.find(({ types }) => types.includes(frame.type));
    if (!taker) return void arrived.push(frame);
    waiting = waiting.filter((each) => each !== taker);
    taker.resolve(frame);
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  return {
    say: (frame) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame)),
    next(...types) {
      const frame = arrived.find(({ type }) => types.includes(type));
      if (!frame) return new Promise((resolve) => waiting.push({ types, resolve }));
      arrived = arrived.filter((each) => each !== frame);
      return Promise.resolve(frame);
    },
    unread: () => arrived,
    closed,
    close: () => socket.terminate(),
  };
}
