import { expect } from '@open-wc/testing';
import { backOff } from '../../client/back-off.js';

describe('backOff', () => {
  it('grows from a quarter of a second to four, and after two minutes to half a minute', () => {
    expect(backOff(0, 0)).to.equal(250);
    expect([0, 1, 2, 3, 4, 5].map((attempt) => backOff(attempt, 1))).to.deep.equal([
      500, 1000, 2000, 4000, 4000, 4000,
    ]);
    let [attempts, waited] = [0, 0];
    for (; backOff(attempts, 1) <= 4_000; attempts += 1) waited += backOff(attempts, 0.5);
    expect(waited).to.be.within(100_000, 150_000);
    expect(backOff(attempts, 1)).to.equal(30_000);
    expect(backOff(1_000_000, 1)).to.equal(30_000);
  });
  it('is anywhere in the upper half of its time', () => {
    for (const random of [0, 0.1, 0.5, 0.999]) expect(backOff(3, random)).to.be.within(2_000, 4_000);
  });
});
