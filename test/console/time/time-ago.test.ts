import { expect } from '@open-wc/testing';
import { timeAgo } from '../../../console/time/time-ago.js';

describe('timeAgo', () => {
  it('uses the largest unit that fits', () => {
    const ago = (seconds: number) => timeAgo(0, seconds * 1000);
    expect([0, 1, 3, 59, 60, 7_199, 7_200, 86_400, 864_000].map(ago)).to.deep.equal([
      'just now',
      '1 second ago',
      '3 seconds ago',
      '59 seconds ago',
      '1 minute ago',
      '1 hour ago',
      '2 hours ago',
      '1 day ago',
      '10 days ago',
    ]);
  });
  it('shows a future time as now', () => {
    expect(timeAgo(5_000, 0)).to.equal('just now');
  });
});
