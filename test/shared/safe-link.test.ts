import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import { toSafeLink } from '../../shared/safe-link.js';

const links = suite('toSafeLink');
links('accepts addresses of websites, mailboxes and telephones', () => {
  assert.is(toSafeLink('https://shop.example/a?b#c'), 'https://shop.example/a?b#c');
  assert.is(toSafeLink('http://localhost:3000'), 'http://localhost:3000/');
  assert.is(toSafeLink('mailto:help@shop.example'), 'mailto:help@shop.example');
  assert.is(toSafeLink('tel:+4930123456'), 'tel:+4930123456');
});
for (const address of [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  'javascript\u200b:alert(1)',
  'javascript&colon;alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'blob:x',
  'file:///etc/passwd',
  '//shop.example',
  '/path',
  '#',
  'shop.example',
  '__proto__',
  '',
])
  links(`refuses ${JSON.stringify(address)}`, () => assert.is(toSafeLink(address), undefined));
links('returns nothing that a browser reads as another protocol, for any text', () => {
  const scheme = fc.constantFrom('javascript:', 'data:', 'https:', 'HTTP:', 'mailto:', 'tel:', 'blob:', '');
  fc.assert(
    fc.property(fc.string({ maxLength: 4 }), scheme, fc.string(), (before, middle, after) => {
      const link = toSafeLink(before + middle + after);
      if (link !== undefined)
        assert.ok(['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(link).protocol), link);
    }),
  );
});
links.run();
