import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { linkedText } from '../../../widget/rich/linked-text.js';

const links = (text: string) => linkedText(text).flatMap(({ text, href }) => (href ? [text] : []));

describe('linkedText', () => {
  it('finds the addresses of websites in a text', () => {
    expect(linkedText('See https://a.example/x?y=1#z and HTTP://B.example today')).to.deep.equal([
      { text: 'See ', href: undefined },
      { text: 'https://a.example/x?y=1#z', href: 'https://a.example/x?y=1#z' },
      { text: ' and ', href: undefined },
      { text: 'HTTP://B.example', href: 'http://b.example/' },
      { text: ' today', href: undefined },
    ]);
    expect(linkedText('')).to.deep.equal([]);
  });
  const cases: [text: string, ...links: string[]][] = [
    ['https://a.example.', 'https://a.example'],
    ['Is it https://a.example/b?!', 'https://a.example/b'],
    ['(https://a.example/b)', 'https://a.example/b'],
    ['(see https://a.example/b_(c)).', 'https://a.example/b_(c)'],
    ['"https://a.example/b", she said', 'https://a.example/b'],
    ['*https://a.example*', 'https://a.example'],
    ['<https://a.example/?b&c>', 'https://a.example/?b&c'],
    ['[a](https://a.example)b', 'https://a.example'],
    ['https://a.example/(', 'https://a.example/'],
    ['http://[::1]:3000/', 'http://[::1]:3000/'],
    ['https://a.example https://b.example', 'https://a.example', 'https://b.example'],
    ['https://münchen.example/straße', 'https://münchen.example/straße'],
  ];
  for (const [text, ...expected] of cases)
    it(`links the address in ${text}`, () => expect(links(text)).to.deep.equal(expected));
  for (const text of [
    'https://',
    'https://...',
    'xhttps://a.example',
    'javascript:alert(1)',
    'a.example',
    'http:a',
  ])
    it(`links nothing in ${text}`, () => expect(links(text)).to.deep.equal([]));

  const anyText = fc
    .array(
      fc.oneof(fc.constantFrom('https://', 'http://a.b', '(', ')', '[', ']', '.', ' ', '<'), fc.string()),
    )
    .map((pieces) => pieces.join(''));
  it('loses nothing: the joined parts are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(
          linkedText(text)
            .map((part) => part.text)
            .join(''),
        ).to.equal(text);
      }),
    );
  });
  it('links to websites only', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { href } of linkedText(text)) if (href) expect(href).to.match(/^https?:\/\//);
      }),
    );
  });
  it('takes linear time for brackets and addresses', () => {
    const text = 'https://a.example/'.concat('('.repeat(8_000), ')'.repeat(8_000)).repeat(4);
    expect(
      linkedText(text)
        .map((part) => part.text)
        .join(''),
    ).to.equal(text);
  });
});
