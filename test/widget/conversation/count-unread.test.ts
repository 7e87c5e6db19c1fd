import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { countUnread } from '../../../widget/conversation/count-unread.js';
import { happened, ownSaid, said, visitorId } from '../../support/widget/items.js';

const items = [said(1, 'one'), happened(2, 'joined'), said(4, 'two'), ownSaid(5, 'mine'), said(7, 'three')];

const counting = suite('countUnread');
counting('counts messages of others after a number', () => {
  const count = (read: number) => countUnread({ items, participantId: visitorId }, read);
  assert.equal([0, 1, 4, 6, 7].map(count), [3, 2, 1, 1, 0]);
});
counting.run();
