import { EventEmitter } from 'node:events';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { WebSocket } from 'ws';
import { SocketLink } from '../../../service/gateway/socket-link.js';
import { limits } from '../../../shared/limits.js';
import { closeCodes, shouldReconnect } from '../../../shared/protocol/codes.js';
import { createTestClock } from '../../support/test-clock.js';

/** A link on a socket whose other end never says anything, and a clock of its own. */
function openLink() {
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
      decode: () => ({ ok: true, frame: { type: 'ping' }, about: {} }),
      clock,
      onError: () => assert.unreachable(),
    },
  );
  return { link, closed, pass: (milliseconds: number) => clock.pass(milliseconds) };
}

const idle = suite('SocketLink.beat');
idle('closes a socket on which nothing was begun in time, and lets it come back', () => {
  const { link, closed, pass } = openLink();
  pass(limits.startWithin - 1);
  link.beat();
  assert.equal(closed, []);
  pass(1);
  link.beat();
  assert.equal(closed, [closeCodes.NOT_STARTED_IN_TIME]);
  assert.ok(shouldReconnect(closeCodes.NOT_STARTED_IN_TIME));
});
idle('leaves a socket alone on which something was begun', () => {
  const { link, closed, pass } = openLink();
  link.begun();
  pass(limits.startWithin);
  link.beat();
  assert.equal(closed, []);
});
idle.run();
