import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FrameView, type ViewLink } from '../../../service/gateway/frame-view.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import { ServiceError } from '../../../service/errors.js';

function linked(contactId?: string) {
  const sent: unknown[] = [];
  const refused: unknown[] = [];
  const closed: string[] = [];
  const link: ViewLink = {
    send: (frame) => sent.push(frame),
    sendText: (json) => sent.push(JSON.parse(json)),
    refuse: (error, about) => refused.push(about),
    busy: () => null,
    close: (name) => closed.push(name),
  };
  return { view: new FrameView(link, contactId), sent, refused, closed };
}
const item: TranscriptItem = {
  ...{ seq: 7, id: 'k1.7', type: 'MESSAGE', contentType: 'text/plain', content: '"Hello"\n' },
  ...{ participantId: 'c1', participantRole: 'CUSTOMER', displayName: 'Cleo "C"' },
  absoluteTime: '2026-06-01T12:00:00.000Z',
};
const json = JSON.stringify(item);
const stored = { clientToken: '"t"\n1', seq: 7, id: 'k1.7', absoluteTime: item.absoluteTime };

const frames = suite('FrameView');
frames('writes the frames of one contact', () => {
  const { view, sent } = linked();
  view.item({ item, json, clientToken: stored.clientToken });
  view.item({ item, json, clientToken: null });
  view.item({ item, json, clientToken: null, pictureUrl: 'https://shop.example/"ada".png' });
  view.stored(stored);
  view.receipt({ participantId: 'c1', delivered: 7, read: 6 });
  view.typing({ participantId: 'c1', role: 'CUSTOMER', displayName: 'Cleo' });
  assert.equal(sent, [
    { type: 'item', item, clientToken: stored.clientToken },
    { type: 'item', item },
    { type: 'item', item, pictureUrl: 'https://shop.example/"ada".png' },
    { type: 'ack', ...stored },
    { type: 'receipt', participantId: 'c1', delivered: 7, read: 6 },
    { type: 'typing', participantId: 'c1', participantRole: 'CUSTOMER', displayName: 'Cleo' },
  ]);
});
frames("adds the contact's id on a socket with several contacts", () => {
  const [one, several] = [linked(), linked('k"1')];
  for (const { view } of [one, several]) {
    view.item({ item, json, clientToken: 't1' });
    view.stored(stored);
    view.receipt({ participantId: 'c1', delivered: 7, read: 6 });
    view.typing({ participantId: 'c1', role: 'CUSTOMER', displayName: 'Cleo' });
  }
  assert.equal(
    several.sent,
    one.sent.map((frame) => ({ ...(frame as object), contactId: 'k"1' })),
  );
});
frames('names the subject of a refusal', () => {
  const { view, refused } = linked('k1');
  view.refused(new ServiceError('MESSAGE_EMPTY'), 't1');
  view.refused(new ServiceError('NOT_ALLOWED'));
  assert.equal(refused, [{ contactId: 'k1', clientToken: 't1' }, { contactId: 'k1' }]);
});
frames("lets the client reconnect for a contact that can't be read now, but not for a damaged one", () => {
  const { view, closed } = linked('k1');
  view.failed(new ServiceError('CONTACT_DAMAGED'));
  assert.equal(closed, []);
  view.failed(new Error('busy'));
  assert.equal(closed, ['SERVICE_RESTARTING']);
});
frames.run();
