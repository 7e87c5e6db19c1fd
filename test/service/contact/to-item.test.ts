import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Entry } from '../../../service/contact/entry.js';
import { toItem } from '../../../service/contact/to-item.js';
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
items.run();
