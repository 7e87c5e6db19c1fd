import { expect } from '@open-wc/testing';
import { firstOfTabs } from '../../../widget/alerts/first-of-tabs.js';

describe('firstOfTabs', () => {
  it('is true for the first tab that asks for a name, and for no other', async () => {
    expect(await Promise.all([1, 2, 3].map(() => firstOfTabs('a name')))).to.deep.equal([true, false, false]);
    expect(await firstOfTabs('another name')).to.equal(true);
  });
  it('is true for every tab without Web Locks', async () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    expect(await Promise.all([1, 2].map(() => firstOfTabs('a name')))).to.deep.equal([true, true]);
    delete (navigator as { locks?: unknown }).locks;
  });
});
