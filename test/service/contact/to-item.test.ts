import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Entry, EntryKind } from '../../../service/contact/entry.js';
import { toItem } from '../../../service/contact/to-item.js';
import {
  eventTypePrefix,
  transcriptEvents,
  type TranscriptEventKind,
} from '../../../shared/transcript-events.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import { noon } from '../../support/contact-fixtures.js';

const attachment = (name: string, contentType: string): Entry => ({
  ...{ seq: 3, at: noon, kind: 'attachment', clientToken: 't1' },
  who: { participantId: 'c1', role: 'CUSTOMER', displayName: 'Cleo' },
  ...{ attachmentId: 'f1', name, contentType, size: 5 },
});

const items = suite('toItem');
items('gives a file its safe name, also in old logs', () => {
  assert.equal(toItem('k1', attachment('invoice.hta', 'text/plain'))!.attachment, {
    ...{ attachmentId: 'f1', name: 'invoice.hta.txt', size: 5 },
  });
  assert.is(toItem('k1', attachment('a.pdf', 'application/pdf'))!.attachment!.name, 'a.pdf');
});

/**
 * The item type of each kind of entry; null for kinds that are not shown. Events are in
 * `shared/transcript-events.ts`.
 */
const shownAs: Record<Exclude<EntryKind, TranscriptEventKind>, TranscriptItem['type'] | null> = {
  'contact.started': null,
  'token.issued': null,
  message: 'MESSAGE',
  attachment: 'ATTACHMENT',
  marked: null,
  'attributes.set': null,
  'flow.moved': null,
  'queue.targeted': null,
  'queue.entered': null,
  'queue.returned': null,
  'queue.transferred': null,
  note: null,
  'idle.warned': null,
  'customer.gone': null,
  'customer.back': null,
  'offer.made': null,
  'offer.closed': null,
  'survey.answered': null,
  'wrap-up.started': null,
  'wrap-up.finished': null,
};
/** Only the kind of an entry decides whether it is shown, no other member. */
const entryOf = (kind: string): Entry =>
  ({ ...attachment('a.txt', 'text/plain'), kind, content: 'Hello' }) as unknown as Entry;
for (const [kind, type] of Object.entries(shownAs))
  items(`shows ${kind} ${type === null ? 'to nobody' : `as ${type}`}`, () => {
    assert.is(toItem('k1', entryOf(kind))?.type ?? null, type);
  });
for (const contentType of Object.values(transcriptEvents))
  items(`shows an event as ${contentType}`, () => {
    const {
      type,
      contentType: shown,
      content,
    } = toItem('k1', entryOf(contentType.slice(eventTypePrefix.length)))!;
    assert.equal([type, shown, content], ['EVENT', contentType, null]);
  });
items('names the participant of an event, and nobody for the end of the chat', () => {
  const { who } = attachment('a.txt', 'text/plain') as Entry & { kind: 'attachment' };
  const at = { seq: 4, at: noon };
  assert.is(toItem('k1', { ...at, kind: 'participant.left', who })!.displayName, 'Cleo');
  const ended = toItem('k1', { ...at, kind: 'chat.ended', by: 'c1', reason: 'CUSTOMER' })!;
  assert.equal([ended.participantId, ended.participantRole, ended.displayName], [null, null, null]);
});
items.run();
