import { expect } from '@open-wc/testing';
import { toSafeLink } from '../../../console/agent/safe-link.js';

describe('toSafeLink', () => {
  it('lets addresses of websites be links', () => {
    expect(toSafeLink('https://shop.example/a?b#c')).to.equal('https://shop.example/a?b#c');
    expect(toSafeLink('http://localhost:3000')).to.equal('http://localhost:3000/');
  });
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'blob:x',
    'shop.example',
    '',
  ])
    it(`makes none of ${JSON.stringify(address)}`, () => expect(toSafeLink(address)).to.equal(undefined));
});
