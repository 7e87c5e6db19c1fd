import { expect } from '@open-wc/testing';
import { adviseOnDomain } from '../../../../../console/admin/widgets/state/domain-advice.js';

const advise = (text: string) => adviseOnDomain([text], 0);

describe('advice about a domain', () => {
  it('is empty for a valid address, and for an empty row', () => {
    for (const text of ['', ' ', 'https://shop.example', 'https://*.shop.example', 'http://localhost:3000'])
      expect(advise(text)).to.deep.equal({ error: '', note: '' });
  });
  it('gives the reason why an address is invalid', () => {
    expect(advise('shop.example').error).to.equal('Start with https://. Did you mean https://shop.example?');
    expect(advise('https://shop.example/chat').error).to.contain('Leave out everything after the domain.');
    expect(advise('http://shop.example').error).to.contain('Only localhost works with http://.');
    expect(advise('https://').error).to.not.equal('');
  });
  it('reports the second of two equal addresses, in any spelling', () => {
    const domains = ['https://shop.example', 'https://SHOP.example:443/'];
    expect(adviseOnDomain(domains, 0).error).to.equal('');
    expect(adviseOnDomain(domains, 1).error).to.equal('This website is already in the list.');
  });
  it('shows look-alike letters in Punycode', () => {
    expect(advise('https://shоp.example').note).to.contain('https://xn--shp-');
    expect(advise('https://Shop.example/').note).to.equal('Will be saved as https://shop.example');
  });
});
