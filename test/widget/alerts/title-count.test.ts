import { expect } from '@open-wc/testing';
import { TitleCount } from '../../../widget/alerts/title-count.js';

describe('TitleCount', () => {
  const own = document.title;
  afterEach(() => {
    document.title = own;
  });

  it('shows the number before the title of the page, and restores the title', () => {
    document.title = 'Shop';
    const title = new TitleCount();
    title.show(1);
    title.show(2);
    expect(document.title).to.equal('(2) Shop');
    title.show(0);
    expect(document.title).to.equal('Shop');
  });
  it('keeps a title that the page has changed meanwhile', () => {
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
  it('restores the title when it is destroyed', () => {
    document.title = 'Shop';
    const title = new TitleCount();
    title.show(3);
    title.destroy();
    expect(document.title).to.equal('Shop');
  });
});
