import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Entry, EntryKind } from '../../../service/contact/entry.js';
import { toItem } from '../../../service/contact/to-item.js';
import { contentTypes } from '../../../shared/content-types.js';
import type { TranscriptItem } from '../../../shared/transcript-item.js';
import { noon } from '../../support/contact-fixtures.js';

const attachment = (name: string, contentType: string): Entry => ({
  ...{ seq: 3, at: noon, kind: 'attachment', clientToken: 't1' },
  who: { participantId: 'c1', role: 'CUSTOMER', displayName: 'Cleo' },
  ...{ attachmentId: 'f1', name, contentType, size: 5 },
});

const items = suite('toItem');
items('names a file as it is saved, an old one too', () => {
  assert.equal(toItem('k1', attachment('invoice.hta', 'text/plain'))!.attachment, {
    ...{ attachmentId: 'f1', name: 'invoice.hta.txt', size: 5 },
  });
  assert.is(toItem('k1', attachment('a.pdf', 'application/pdf'))!.attachment!.name, 'a.pdf');
});

/** What each kind of entry is to everyone: a new kind has to be decided about here. */
const shownAs: Record<EntryKind, TranscriptItem['type'] | null> = {
  'contact.started': null,
  'token.issued': null,
  'participant.joined': 'EVENT',
  'participant.left': 'EVENT',
  message: 'MESSAGE',
  attachment: 'ATTACHMENT',
  marked: null,
  'attributes.set': null,
  'flow.moved': null,
  'queue.targeted': null,
  'queue.entered': null,
  'queue.returned': null,
  'customer.gone': null,
  'customer.back': null,
  'offer.made': null,
  'offer.closed': null,
  'survey.answered': null,
  'chat.ended': 'EVENT',
};
/** No member of an entry but its kind decides whether it is shown. */
const entryOf = (kind: string): Entry =>
  ({ ...attachment('a.txt', 'text/plain'), kind, content: 'Hello' }) as unknown as Entry;
for (const [kind, type] of Object.entries(shownAs))
  items(`shows ${kind} ${type === null ? 'to nobody' : `as ${type}`}`, () => {
    assert.is(toItem('k1', entryOf(kind))?.type ?? null, type);
  });
items('has a content type for each event', () => {
  const shown = Object.keys(shownAs).map((kind) => toItem('k1', entryOf(kind)));
  const types = shown.filter((item) => item?.type === 'EVENT').map((item) => item!.contentType);
  const events = Object.values(contentTypes).filter((each) => each.includes('.event.'));
  assert.equal(types.sort(), events.sort());
});
items.run();
