import { expect } from '@open-wc/testing';
import { firstDrawn, page } from '../../../../widget/elements/transcript/transcript-window.js';

const enough = 30;

describe('the first item that is drawn', () => {
  it('is the first of a short transcript', () => {
    expect(firstDrawn({ from: 0, count: 60, isAtEnd: true, enough })).to.equal(0);
  });
  it('leaves the newest of a long one', () => {
    expect(firstDrawn({ from: 0, count: 9_990, isAtEnd: true, enough })).to.equal(9_960);
  });
  it('stays where it is while more come, until the earliest have become many', () => {
    expect(firstDrawn({ from: 9_960, count: 10_020, isAtEnd: true, enough })).to.equal(9_960);
    expect(firstDrawn({ from: 9_960, count: 10_021, isAtEnd: true, enough })).to.equal(9_990);
  });
  it('is always the first of a page', () => {
    for (let count = 0; count < 200; count += 1)
      expect(firstDrawn({ from: 0, count, isAtEnd: true, enough }) % page).to.equal(0);
  });
  it('stays where it is for whoever has scrolled back', () => {
    expect(firstDrawn({ from: 100, count: 10_000, isAtEnd: false, enough })).to.equal(100);
  });
  it('is found anew for another, shorter transcript', () => {
    expect(firstDrawn({ from: 9_950, count: 3, isAtEnd: false, enough })).to.equal(0);
    expect(firstDrawn({ from: 9_950, count: 0, isAtEnd: true, enough })).to.equal(0);
  });
});
