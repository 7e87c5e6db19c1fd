import { expect } from '@open-wc/testing';
import { TitleCount } from '../../../widget/alerts/title-count.js';

describe('TitleCount', () => {
  const own = document.title;
  afterEach(() => {
    document.title = own;
  });

  it('puts the number before the title of the page, and gives the title back', () => {
    document.title = 'Shop';
    const title = new TitleCount();
    title.show(1);
    title.show(2);
    expect(document.title).to.equal('(2) Shop');
    title.show(0);
    expect(document.title).to.equal('Shop');
  });
  it('leaves a title that the page has changed meanwhile', () => {
    document.title = 'Shop';
    const title = new TitleCount();
    title.show(1);
    document.title = 'Cart';
    title.show(2);
    expect(document.title).to.equal('(2) Cart');
    document.title = 'Paid';
    title.destroy();
    expect(document.title).to.equal('Paid');
  });
  it('gives the title back when it ends', () => {
    document.title = 'Shop';
    const title = new TitleCount();
    title.show(3);
    title.destroy();
    expect(document.title).to.equal('Shop');
  });
});
