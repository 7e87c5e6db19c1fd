import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { speakerOf } from '../../../service/contact/contact-state.js';
import { entryJson } from '../../../service/contact/entry-json.js';
import type { Entry } from '../../../service/contact/entry.js';
import type { MessageEntry } from '../../../service/contact/escaped-texts.js';
import { messageItemJson } from '../../../service/contact/message-item-json.js';
import { toItem } from '../../../service/contact/to-item.js';
import { noon } from '../../support/contact-fixtures.js';

/** Any text, halves of surrogate pairs included. */
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('\ud83d"\\\n\u2028'));
const message: fc.Arbitrary<MessageEntry> = fc.record({
  seq: fc.integer({ min: 1 }),
  at: fc.integer({ min: 0, max: noon }),
  kind: fc.constant('message' as const),
  who: fc.record({
    participantId: text,
    role: fc.constantFrom('CUSTOMER', 'AGENT', 'SYSTEM'),
    displayName: text,
  }),
  clientToken: fc.option(text),
  contentType: text,
  content: text,
});

const stored = suite('entryJson');
stored('stores a message as the text that JSON.stringify gives, as older releases did', () => {
  fc.assert(fc.property(message, (entry) => assert.is(entryJson(entry), JSON.stringify({ ...entry }))));
});
stored('stores other entries in the same way', () => {
  const entry: Entry = { seq: 2, at: noon, kind: 'queue.entered', queueId: 'de"fault' };
  assert.is(entryJson(entry), JSON.stringify(entry));
});
stored('shares the escaped content and name with the item', () => {
  const reads: string[] = [];
  const counted = <T extends object>(name: keyof T & string, value: T): T =>
    Object.defineProperty({ ...value }, name, {
      enumerable: true,
      get: () => (reads.push(name), value[name]),
    });
  const who = speakerOf(
    counted('displayName', { participantId: 'c1', role: 'CUSTOMER' as const, displayName: 'Cleo' }),
  );
  for (const seq of [1, 2]) {
    const facts = { seq, at: noon, kind: 'message' as const, who, clientToken: `t${seq}` };
    const entry = counted('content', { ...facts, contentType: 'text/plain', content: 'hello' });
    entryJson(entry);
    messageItemJson('k1', entry);
    messageItemJson('k1', entry);
  }
  assert.equal(reads, ['displayName', 'content', 'content']);
});
stored.run();

const shown = suite('messageItemJson');
shown('is the item as JSON', () => {
  fc.assert(
    fc.property(message, (entry) =>
      assert.is(messageItemJson('k1', entry), JSON.stringify(toItem('k1', { ...entry }))),
    ),
  );
});
shown.run();
