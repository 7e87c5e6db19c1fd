import { expect } from '@open-wc/testing';
import { sizeText } from '../../../widget/files/size-text.js';

describe('sizeText', () => {
  it('formats bytes in the largest unit that fits, in the language', () => {
    expect(sizeText(812, 'en')).to.equal('812 bytes');
    expect(sizeText(1, 'en')).to.equal('1 byte');
    expect(sizeText(1536, 'en')).to.equal('1.5 kB');
    expect(sizeText(20 * 1024 * 1024, 'en')).to.equal('20 MB');
    expect(sizeText(1.5 * 1024 * 1024, 'de')).to.equal('1,5 MB');
  });
  it('falls back to a plain form for an invalid language', () => {
    expect(sizeText(2048, 'not a language')).to.equal('2 KB');
  });
});
