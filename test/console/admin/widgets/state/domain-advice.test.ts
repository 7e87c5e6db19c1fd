import { expect } from '@open-wc/testing';
import { adviseOnDomain } from '../../../../../console/admin/widgets/state/domain-advice.js';

const advise = (text: string) => adviseOnDomain([text], 0);

describe('advice upon a domain', () => {
  it('has nothing to say about what is right, or not there yet', () => {
    for (const text of ['', ' ', 'https://shop.example', 'https://*.shop.example', 'http://localhost:3000'])
      expect(advise(text)).to.deep.equal({ error: '', note: '' });
  });
  it('gives the reason where it can’t be right', () => {
    expect(advise('shop.example').error).to.equal('Start with https://. Did you mean https://shop.example?');
    expect(advise('https://shop.example/chat').error).to.contain('Leave out everything after the domain.');
    expect(advise('http://shop.example').error).to.contain('Only localhost works with http://.');
    expect(advise('https://').error).to.not.equal('');
  });
  it('finds the second of two, in another spelling too', () => {
    const domains = ['https://shop.example', 'https://SHOP.example:443/'];
    expect(adviseOnDomain(domains, 0).error).to.equal('');
    expect(adviseOnDomain(domains, 1).error).to.equal('This website is already in the list.');
  });
  it('shows look-alike letters as browsers write them', () => {
    expect(advise('https://shоp.example').note).to.contain('https://xn--shp-');
    expect(advise('https://Shop.example/').note).to.equal('Will be saved as https://shop.example');
  });
});
