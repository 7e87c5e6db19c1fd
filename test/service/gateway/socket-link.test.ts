import { EventEmitter } from 'node:events';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { WebSocket } from 'ws';
import { SocketLink } from '../../../service/gateway/socket-link.js';
import { limits } from '../../../shared/limits.js';
import { closeCodes, shouldReconnect } from '../../../shared/protocol/codes.js';
import { createTestClock } from '../../support/test-clock.js';

/** Milliseconds. */
const startWithin = 30_000;

/** A link on a socket whose client never sends anything, with a test clock. */
function openLink(within = startWithin) {
  const clock = createTestClock();
  const closed: number[] = [];
  const socket = Object.assign(new EventEmitter(), {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    send: () => undefined,
    terminate: () => undefined,
    close: (code: number) => void closed.push(code),
  });
  const link = new SocketLink(
    { socket: socket as unknown as WebSocket },
    {
      decode: () => ({ type: 'ping' }),
      clock,
      startWithin: within,
      onError: () => assert.unreachable(),
    },
  );
  return { link, closed, pass: (milliseconds: number) => clock.pass(milliseconds) };
}

const idle = suite('SocketLink.beat');
idle('closes a socket that starts nothing in time, and lets it reconnect', () => {
  const { link, closed, pass } = openLink();
  pass(startWithin - 1);
  link.beat();
  assert.equal(closed, []);
  pass(1);
  link.beat();
  assert.equal(closed, [closeCodes.NOT_STARTED_IN_TIME]);
  assert.ok(shouldReconnect(closeCodes.NOT_STARTED_IN_TIME));
});
idle('keeps a socket that has started something', () => {
  const { link, closed, pass } = openLink();
  link.begun();
  pass(startWithin);
  link.beat();
  assert.equal(closed, []);
});
idle('keeps every socket if the operator sets no limit', () => {
  const { link, closed, pass } = openLink(Infinity);
  pass(limits.silence - 1);
  link.beat();
  assert.equal(closed, []);
});
idle.run();
