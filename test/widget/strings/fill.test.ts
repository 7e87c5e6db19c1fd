import { expect } from '@open-wc/testing';
import { fill } from '../../../widget/strings/fill.js';

describe('fill', () => {
  it('replaces names by their values', () => {
    expect(fill('{name}: {count} of {count}', { name: 'Maria', count: 3 })).to.equal('Maria: 3 of 3');
  });
  it('inserts a value unchanged, whatever it contains', () => {
    expect(fill('{name}', { name: '$& {name}' })).to.equal('$& {name}');
  });
  it('uses the first of two forms for one, and the second for other numbers', () => {
    const text = '{count} letter|{count} letters';
    expect([0, 1, 2].map((count) => fill(text, { count }))).to.deep.equal([
      '0 letters',
      '1 letter',
      '2 letters',
    ]);
    expect(fill('{name} | {name}', { name: 'a' }), 'a text without a number has one form').to.equal('a | a');
  });
  it('keeps a name without a value', () => {
    expect(fill('{constructor} {x}', {})).to.equal('{constructor} {x}');
  });
});
