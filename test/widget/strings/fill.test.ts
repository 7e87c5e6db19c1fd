import { expect } from '@open-wc/testing';
import { fill } from '../../../widget/strings/fill.js';

describe('fill', () => {
  it('puts values where their names are', () => {
    expect(fill('{name}: {count} of {count}', { name: 'Maria', count: 3 })).to.equal('Maria: 3 of 3');
  });
  it('takes a value as it is, whatever it looks like', () => {
    expect(fill('{name}', { name: '$& {name}' })).to.equal('$& {name}');
  });
  it('takes the first of two forms for one, and the second for every other number', () => {
    const text = '{count} letter|{count} letters';
    expect([0, 1, 2].map((count) => fill(text, { count }))).to.deep.equal([
      '0 letters',
      '1 letter',
      '2 letters',
    ]);
    expect(fill('{name} | {name}', { name: 'a' }), 'a text without a number has one form').to.equal('a | a');
  });
  it('leaves what has no value as it is written', () => {
    expect(fill('{constructor} {x}', {})).to.equal('{constructor} {x}');
  });
});
