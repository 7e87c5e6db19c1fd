import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { AttachCommand } from '../../../../service/contact/commands/attach.js';
import { newContactState } from '../../../../service/contact/contact-state.js';
import { decide } from '../../../../service/contact/decide.js';
import { numbered } from '../../../../service/contact/number-entries.js';
import { summarise } from '../../../../service/contact/summarise.js';
import { toItem } from '../../../../service/contact/to-item.js';
import {
  accepted,
  emptyWorld,
  noon,
  queuedContact,
  servedContact,
} from '../../../support/contact-fixtures.js';

const file = { attachmentId: 'a1', name: 'bill.pdf', contentType: 'application/pdf', size: 12 };
const command = (change: Partial<AttachCommand> = {}): AttachCommand => ({
  type: 'attach',
  now: noon,
  participantId: 'c1',
  clientToken: 't1',
  file,
  ...change,
});

const attach = suite('attach');
attach('appends the file with its speaker, and the item that everyone sees', () => {
  const before = queuedContact();
  const { entries } = accepted(before, command());
  const who = { participantId: 'c1', role: 'CUSTOMER', displayName: 'Cleo' } as const;
  assert.equal(entries, [{ at: noon, kind: 'attachment', who, clientToken: 't1', ...file }]);
  const [entry] = numbered(before.lastSeq, entries);
  const seq = before.lastSeq + 1;
  assert.equal(toItem('k1', entry!), {
    seq,
    id: `k1.${seq}`,
    type: 'ATTACHMENT',
    contentType: 'application/pdf',
    content: null,
    participantId: 'c1',
    participantRole: 'CUSTOMER',
    displayName: 'Cleo',
    absoluteTime: '2026-06-01T12:00:00.000Z',
    attachment: { attachmentId: 'a1', name: 'bill.pdf', size: 12 },
  });
});
attach('returns the same number for the same client token, even after the end', () => {
  const { state } = accepted(queuedContact(), command());
  assert.equal(decide(state, command(), emptyWorld), { repeats: state.lastSeq });
  const ended = accepted(state, { type: 'end', now: noon, participantId: 'c1' }).state;
  assert.equal(decide(ended, command(), emptyWorld), { repeats: state.lastSeq });
});
attach('shares client tokens with messages, but not with other participants', () => {
  const { state } = accepted(servedContact(), {
    type: 'send',
    now: noon,
    participantId: 'c1',
    clientToken: 't1',
    contentType: 'text/plain',
    content: 'hello',
  });
  assert.equal(decide(state, command(), emptyWorld), { repeats: state.lastSeq });
  assert.ok('entries' in decide(state, command({ participantId: 'p1' }), emptyWorld));
});
attach('refuses a file that was posted before under another token', () => {
  const { state } = accepted(queuedContact(), command());
  assert.equal(decide(state, command({ clientToken: 't2' }), emptyWorld), {
    refused: 'ATTACHMENT_NOT_FOUND',
    pointer: '/attachmentId',
  });
});
attach('is refused for strangers, after the end, and without a contact', () => {
  const ended = accepted(queuedContact(), { type: 'end', now: noon, participantId: 'c1' }).state;
  assert.equal(decide(ended, command(), emptyWorld), { refused: 'CONTACT_ENDED' });
  assert.equal(decide(queuedContact(), command({ participantId: 'x' }), emptyWorld), {
    refused: 'CONTACT_NOT_FOUND',
  });
  assert.equal(decide(newContactState('k1'), command(), emptyWorld), { refused: 'CONTACT_NOT_FOUND' });
});
attach("doesn't change the first message and the summary", () => {
  const before = queuedContact();
  const { state } = accepted(before, command());
  assert.is(state.firstMessage, null);
  assert.equal(summarise(state), summarise(before));
  assert.equal(state.attachmentIds, ['a1']);
});
attach.run();
