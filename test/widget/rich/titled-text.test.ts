import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { plainTitle, titledText } from '../../../widget/rich/titled-text.js';

const titles = suite('titledText');
titles('splits a title at its links', () => {
  assert.equal(titledText('See [our shop](https://shop.example/) or [call](tel:+15550100)!'), [
    { text: 'See ' },
    { text: 'our shop', href: 'https://shop.example/', target: '_blank' },
    { text: ' or ' },
    { text: 'call', href: 'tel:+15550100', target: '_blank' },
    { text: '!' },
  ]);
});
titles('opens a link where the title says', () => {
  const [part] = titledText('[shop](https://shop.example/)<!--rehype:target=_self-->');
  assert.equal(part, { text: 'shop', href: 'https://shop.example/', target: '_self' });
});
titles('keeps a link with an address that is not allowed as it is written', () => {
  const title = '[press me](javascript:alert(1)) [x](data:text/html,hi)';
  assert.ok(titledText(title).every(({ href }) => href === undefined));
  assert.is(
    titledText(title)
      .map(({ text }) => text)
      .join(''),
    title,
  );
});
titles('is empty for an empty title, and one part without links', () => {
  assert.equal(titledText(''), []);
  assert.equal(titledText('a [b] (c)'), [{ text: 'a [b] (c)' }]);
});
titles.run();

const plain = suite('plainTitle');
plain('shows the texts of links without their addresses', () => {
  assert.is(plainTitle('See [our shop](https://shop.example/) today'), 'See our shop today');
  assert.is(plainTitle('Nothing to open'), 'Nothing to open');
});
plain.run();
