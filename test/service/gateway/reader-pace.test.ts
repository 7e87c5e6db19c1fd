import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { WebSocket } from 'ws';
import { ReaderPace } from '../../../service/gateway/reader-pace.js';
import { limits } from '../../../shared/limits.js';

const mebibyte = 1024 * 1024;

/** A socket of which only the buffer matters; `drain` empties it. */
function openPace() {
  const waiting: (() => void)[] = [];
  const socket = {
    ...{ OPEN: 1, readyState: 1, bufferedAmount: 0 },
    ping: (_data: unknown, _mask: unknown, done: () => void) => waiting.push(done),
    drain() {
      this.bufferedAmount = 0;
      waiting.splice(0).forEach((done) => done());
    },
  };
  let now = 0;
  const pace = new ReaderPace(socket as unknown as WebSocket);
  return { socket, pace, clock: () => now, pass: (milliseconds: number) => void (now += milliseconds) };
}

const paces = suite('reader pace');
paces('is slow from one mebibyte on, until everything is read', async () => {
  const { socket, pace } = openPace();
  socket.bufferedAmount = mebibyte;
  assert.not(pace.isSlow());
  socket.bufferedAmount += 1;
  assert.ok(pace.isSlow());
  const caughtUp = pace.caughtUp();
  socket.drain();
  await caughtUp;
  assert.not(pace.isSlow());
});
paces('is hopeless beyond eight mebibytes', () => {
  const { socket, pace } = openPace();
  socket.bufferedAmount = 8 * mebibyte;
  assert.not(pace.isHopeless());
  socket.bufferedAmount += 1;
  assert.ok(pace.isHopeless());
});
paces('includes bytes that are about to be written', () => {
  const { socket, pace } = openPace();
  assert.not(pace.isSlow(mebibyte));
  assert.ok(pace.isSlow(mebibyte + 1));
  socket.bufferedAmount = 8 * mebibyte;
  assert.ok(pace.isHopeless(1));
});
paces('is stuck if a slow reader never catches up, but not if it does now and then', async () => {
  const { socket, pace, clock, pass } = openPace();
  socket.bufferedAmount = 2 * mebibyte;
  assert.not(pace.isStuck(clock()));
  pass(limits.silence - 1);
  const caughtUp = pace.caughtUp();
  socket.drain();
  await caughtUp;
  socket.bufferedAmount = 2 * mebibyte;
  pass(1);
  assert.not(pace.isStuck(clock()));
  pass(limits.silence - 1);
  assert.not(pace.isStuck(clock()));
  pass(1);
  assert.ok(pace.isStuck(clock()));
});
paces.run();
