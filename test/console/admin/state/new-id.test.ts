import { expect } from '@open-wc/testing';
import { newId } from '../../../../console/admin/state/new-id.js';

describe('newId', () => {
  it('makes an id of the name that nothing else has', () => {
    expect(newId('Übersee & Co.', [], 'queue')).to.equal('ubersee-co');
    expect(newId('Sales', ['sales', 'sales-2'], 'queue')).to.equal('sales-3');
    expect(newId('販売', [], 'queue')).to.equal('queue');
    expect(newId('x'.repeat(100), [], 'queue')).to.have.length(60);
  });
});
