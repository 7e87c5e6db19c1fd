import { expect } from '@open-wc/testing';
import { addDomains, splitDomains } from '../../../../../console/admin/widgets/state/added-domains.js';

describe('pasting several websites', () => {
  it('splits at spaces, commas, semicolons and line breaks', () => {
    expect(
      splitDomains(' https://a.example, https://b.example;https://c.example\nhttps://d.example\t'),
    ).to.have.length(4);
  });
  it('replaces the row with them, in their order', () => {
    const { domains, news } = addDomains(['https://a.example', '', 'https://z.example'], 1, [
      'https://b.example',
      'https://c.example',
    ]);
    expect(domains.map((each) => each.charAt(8))).to.deep.equal(['a', 'b', 'c', 'z']);
    expect(news).to.equal('2 websites added.');
  });
  it('leaves out duplicates in any spelling, and says so', () => {
    const { domains, news } = addDomains(['https://a.example', ''], 1, [
      'https://A.example/',
      'https://b.example',
      'https://b.example:443',
    ]);
    expect(domains).to.deep.equal(['https://a.example', 'https://b.example']);
    expect(news).to.equal('1 website added, 2 already in the list.');
  });
  it('names those beyond the limit of fifty', () => {
    const pasted = Array.from({ length: 51 }, (_, index) => `https://s${index}.example`);
    const { domains, news } = addDomains([''], 0, pasted);
    expect(domains).to.have.length(50);
    expect(news).to.equal('50 websites added. You can add up to 50. Not added: https://s50.example.');
  });
  it('keeps an invalid address, to be corrected in its row', () => {
    expect(addDomains([''], 0, ['shop.example', 'x']).domains).to.deep.equal(['shop.example', 'x']);
  });
});
