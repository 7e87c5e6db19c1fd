import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { UnconfirmedTransfers } from '../../../../console/agent/session/unconfirmed-transfers.js';

const frame = { type: 'transfer', contactId: 'k1', to: { queueId: 'sales' }, note: '' } as const;

const transfers = suite('UnconfirmedTransfers');
transfers('are sent, and again when the chat is shown again', () => {
  const sent: unknown[] = [];
  const unconfirmed = new UnconfirmedTransfers((each) => void sent.push(each));
  unconfirmed.send(frame);
  unconfirmed.sendAgain('k1');
  unconfirmed.sendAgain('another');
  assert.equal(sent, [frame, frame]);
});
transfers('are not sent again once the service has answered', () => {
  const sent: unknown[] = [];
  const unconfirmed = new UnconfirmedTransfers((each) => void sent.push(each));
  unconfirmed.send(frame);
  unconfirmed.settle('k1');
  unconfirmed.sendAgain('k1');
  assert.is(sent.length, 1);
});
transfers.run();
