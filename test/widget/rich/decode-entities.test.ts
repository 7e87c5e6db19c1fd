import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeEntities } from '../../../widget/rich/decode-entities.js';

const entities = suite('decodeEntities');
entities('decodes numbers, decimal and hexadecimal', () => {
  assert.is(decodeEntities('&#65;&#x42;&#X43;&#128512;'), 'ABC😀');
});
entities('decodes the names that HTML itself needs', () => {
  assert.is(decodeEntities('&lt;b&gt; &amp; &quot;it&apos;s&quot;&nbsp;!'), '<b> & "it\'s"\u00a0!');
});
entities('decodes once: what a reference stands for is no reference', () => {
  assert.is(decodeEntities('&amp;lt;'), '&lt;');
  assert.is(decodeEntities('&#38;#65;'), '&#65;');
});
entities('keeps unknown names and unfinished references', () => {
  for (const text of ['&copy;', '&;', '&amp', 'R&D;', '&#;', '&#x;', '& lt;', '&#12345678;'])
    assert.is(decodeEntities(text), text);
});
entities('shows a replacement for numbers that are no characters', () => {
  assert.is(decodeEntities('&#0;&#xD800;&#x110000;'), '\ufffd\ufffd\ufffd');
});
entities.run();
