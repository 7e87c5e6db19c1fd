import type { Writable } from 'node:stream';
import type { WebSocket } from 'ws';
import { textFrame } from './text-frame.js';

/** Where a socket's text frames leave. */
export interface FrameOutlet {
  write(text: string): void;
  /** Whatever is written in `task` leaves in one piece. */
  together(task: () => void): void;
}

/**
 * Frames go to the connection itself where there is one. Nothing waits inside `ws`, which is asked to compress nothing:
 * what is written beside it keeps its order.
 */
export const createFrameOutlet = (socket: WebSocket, stream: Writable | undefined): FrameOutlet => ({
  write(text) {
    if (stream) stream.write(textFrame(text));
    else socket.send(text);
  },
  together(task) {
    stream?.cork();
    try {
      task();
    } finally {
      stream?.uncork();
    }
  },
});
