import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { soughtWords, wordsOf } from '../../../../service/backend/contact-index/words.js';

const words = suite('wordsOf');
for (const [text, expected] of [
  ['Où est mon COLIS?', ['ou', 'est', 'mon', 'colis']],
  ['Straße, Weiß & Łódź', ['strasse', 'weiss', 'lodz']],
  ['İstanbul ISTANBUL ıstanbul', ['istanbul', 'istanbul', 'istanbul']],
  ['Ὀδυσσεύς ΟΔΥΣΣΕΥΣ', ['οδυσσευσ', 'οδυσσευσ']],
  ['ﬁne ２０２６ x²', ['fine', '2026', 'x2']],
  ['mail@shop.example/order-4711', ['mail', 'shop', 'example', 'order', '4711']],
  ['שָׁלוֹם مَرْحَبًا', ['שלום', 'مرحبا']],
  ['हिन्दी', ['हिन्दी']],
  ['東京', ['東', '京', '東京']],
  ['iPhone東京a', ['iphone', '東', '京', '東京', 'a']],
  ['が', ['が']],
  ['👋🏽 !? \ue000 \0', []],
  ['', []],
] as const)
  words(`of ${JSON.stringify(text)}`, () => assert.equal(wordsOf(text), expected));
words('are at most 64 characters long', () => assert.is([...wordsOf('x'.repeat(100))[0]!].length, 64));
words('have neither spaces nor quotes, whatever the text is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
      for (const word of wordsOf(text)) assert.match(word, /^[\p{L}\p{N}\p{M}]+$/u);
    }),
  );
});
words('are the same in any case', () => {
  fc.assert(
    fc.property(fc.constantFrom('Größe', 'ÉTÉ', 'Привет', 'Çağ', 'ΣΊΣΥΦΟΣ'), (text) => {
      assert.equal(wordsOf(text.toUpperCase()), wordsOf(text.toLowerCase()));
    }),
  );
});
words.run();

const sought = suite('soughtWords');
sought('a star ends the beginning of a word', () => {
  assert.equal(soughtWords('Order* now'), [
    { word: 'order', isPrefix: true },
    { word: 'now', isPrefix: false },
  ]);
});
sought('a star alone, or within a word, seeks nothing more', () => {
  assert.equal(soughtWords('* ** a*b'), [
    { word: 'a', isPrefix: false },
    { word: 'b', isPrefix: false },
  ]);
});
sought('text without spaces is sought by its pairs', () => {
  const exact = (word: string) => ({ word, isPrefix: false });
  assert.equal(soughtWords('東京都'), [exact('東京'), exact('京都')]);
  assert.equal(soughtWords('京'), [exact('京')]);
});
sought('every part of a text is found in it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('東', '京', 'に', 'a', 'é', ' ', '-'), { maxLength: 20 }), (all) => {
      const known = new Set(wordsOf(all.join('')));
      assert.ok(soughtWords(all.join('')).every(({ word }) => known.has(word)));
    }),
  );
});
sought('each word once, and twenty at most', () => {
  assert.is(soughtWords('a a A á').length, 1);
  assert.is(soughtWords(Array.from({ length: 50 }, (_, index) => `w${index}`).join(' ')).length, 20);
});
sought.run();
