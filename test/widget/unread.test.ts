import { expect } from '@open-wc/testing';
import { countUnread } from '../../widget/unread.js';
import { happened, ownSaid, said, visitorId } from '../support/widget/items.js';

describe('countUnread', () => {
  const items = [said(1, 'one'), happened(2, 'joined'), said(4, 'two'), ownSaid(5, 'mine'), said(7, 'three')];

  it('counts what others said beyond a number', () => {
    const count = (read: number) => countUnread({ items, participantId: visitorId }, read);
    expect([0, 1, 4, 6, 7].map(count)).to.deep.equal([3, 2, 1, 1, 0]);
  });
  it('is none where there is no chat', () => expect(countUnread(undefined, 0)).to.equal(0));
});
