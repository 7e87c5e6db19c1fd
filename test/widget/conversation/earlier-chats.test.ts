import { expect } from '@open-wc/testing';
import { EarlierChats } from '../../../widget/conversation/earlier-chats.js';
import { ownSaid, said } from '../../support/widget/items.js';

const first = [said(1, 'one', { id: 'k1.1' }), ownSaid(2, 'two')];
const second = [said(1, 'three', { id: 'k2.1' })];

describe('EarlierChats', () => {
  it('stand above the next chat, in order', () => {
    const earlier = new EarlierChats();
    earlier.add(first);
    earlier.add(second);
    const third = [said(1, 'four', { id: 'k3.1' })];
    const texts = earlier.above(third).map(({ content }) => content);
    expect(texts).to.deep.equal(['one', 'two', 'three', 'four']);
    expect(earlier.above([]).length).to.equal(3);
  });
  it('are not shown twice while the chat that is over is still shown itself', () => {
    const earlier = new EarlierChats();
    earlier.add(first);
    expect(earlier.above(first)).to.equal(first);
  });
  it('keep what was said though the list they were given is emptied', () => {
    const earlier = new EarlierChats();
    const items = [...first];
    earlier.add(items);
    items.length = 0;
    expect(earlier.above(items).length).to.equal(2);
  });
  it('are forgotten on request', () => {
    const earlier = new EarlierChats();
    earlier.add(first);
    earlier.forget();
    expect(earlier.above(second)).to.equal(second);
  });
});
