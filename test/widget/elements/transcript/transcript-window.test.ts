import { expect } from '@open-wc/testing';
import { firstDrawn, page } from '../../../../widget/elements/transcript/transcript-window.js';

const enough = 30;

describe('the first rendered item', () => {
  it('is the first of a short transcript', () => {
    expect(firstDrawn({ from: 0, count: 60, isAtEnd: true, enough })).to.equal(0);
  });
  it('leaves out the earliest of a long transcript', () => {
    expect(firstDrawn({ from: 0, count: 9_990, isAtEnd: true, enough })).to.equal(9_960);
  });
  it('stays the same while items arrive, until there are too many early ones', () => {
    expect(firstDrawn({ from: 9_960, count: 10_020, isAtEnd: true, enough })).to.equal(9_960);
    expect(firstDrawn({ from: 9_960, count: 10_021, isAtEnd: true, enough })).to.equal(9_990);
  });
  it('is always the first of a page', () => {
    for (let count = 0; count < 200; count += 1)
      expect(firstDrawn({ from: 0, count, isAtEnd: true, enough }) % page).to.equal(0);
  });
  it('stays the same for a reader who has scrolled back', () => {
    expect(firstDrawn({ from: 100, count: 10_000, isAtEnd: false, enough })).to.equal(100);
  });
  it('changes for a shorter transcript', () => {
    expect(firstDrawn({ from: 9_950, count: 3, isAtEnd: false, enough })).to.equal(0);
    expect(firstDrawn({ from: 9_950, count: 0, isAtEnd: true, enough })).to.equal(0);
  });
});
