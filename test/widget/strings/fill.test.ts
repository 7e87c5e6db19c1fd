import { expect } from '@open-wc/testing';
import { fill } from '../../../widget/strings/fill.js';

describe('fill', () => {
  it('puts values where their names are', () => {
    expect(fill('{name}: {count} of {count}', { name: 'Maria', count: 3 })).to.equal('Maria: 3 of 3');
  });
  it('takes a value as it is, whatever it looks like', () => {
    expect(fill('{name}', { name: '$& {name}' })).to.equal('$& {name}');
  });
  it('leaves what has no value as it is written', () => {
    expect(fill('{constructor} {x}', {})).to.equal('{constructor} {x}');
  });
});
