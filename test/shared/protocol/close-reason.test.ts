import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { closeReason, waitOf } from '../../../shared/protocol/close-reason.js';

const reasons = suite('the reason of a close frame');
reasons('names its code, and how long the client should wait', () => {
  assert.is(closeReason('SILENT'), 'SILENT');
  assert.is(closeReason('SERVICE_RESTARTING', 730.4), 'SERVICE_RESTARTING 730');
  assert.is(closeReason('SERVICE_RESTARTING', 0.9), 'SERVICE_RESTARTING');
});
reasons('tells the client how long to wait, and nothing if it has no time', () => {
  assert.is(waitOf(closeReason('SERVICE_RESTARTING', 730)), 730);
  for (const reason of [undefined, '', 'SILENT', 'come back later']) assert.is(waitOf(reason), 0);
});
reasons.run();
