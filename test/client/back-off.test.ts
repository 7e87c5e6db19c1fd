import { expect } from '@open-wc/testing';
import { backOff } from '../../client/back-off.js';

describe('backOff', () => {
  it('grows from a quarter of a second to half a minute, and no further', () => {
    expect(backOff(0, 0)).to.equal(250);
    expect([0, 1, 2, 3].map((attempt) => backOff(attempt, 1))).to.deep.equal([500, 1000, 2000, 4000]);
    expect(backOff(1_000_000, 1)).to.equal(30_000);
  });
  it('is anywhere in the upper half of its time', () => {
    for (const random of [0, 0.1, 0.5, 0.999]) expect(backOff(4, random)).to.be.within(4_000, 8_000);
  });
});
