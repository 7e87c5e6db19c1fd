import { expect } from '@open-wc/testing';
import { firstDrawn } from '../../../widget/elements/transcript-window.js';

const enough = 30;

describe('the first item that is drawn', () => {
  it('is the first of a short transcript', () => {
    expect(firstDrawn({ from: 0, count: 60, isAtEnd: true, enough })).to.equal(0);
  });
  it('leaves the newest of a long one', () => {
    expect(firstDrawn({ from: 0, count: 10_000, isAtEnd: true, enough })).to.equal(9_970);
  });
  it('stays where it is while more come, until the earliest have become many', () => {
    expect(firstDrawn({ from: 9_970, count: 10_030, isAtEnd: true, enough })).to.equal(9_970);
    expect(firstDrawn({ from: 9_970, count: 10_031, isAtEnd: true, enough })).to.equal(10_001);
  });
  it('stays where it is for whoever has scrolled back', () => {
    expect(firstDrawn({ from: 100, count: 10_000, isAtEnd: false, enough })).to.equal(100);
  });
  it('is found anew for another, shorter transcript', () => {
    expect(firstDrawn({ from: 9_950, count: 3, isAtEnd: false, enough })).to.equal(0);
    expect(firstDrawn({ from: 9_950, count: 0, isAtEnd: true, enough })).to.equal(0);
  });
});
