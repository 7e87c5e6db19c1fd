import { expect } from '@open-wc/testing';
import {
  countSet,
  noFilters,
  parseFilters,
  problemOf,
  toQuery,
  toRequestQuery,
} from '../../../../../console/admin/contacts/state/contact-filters.js';

describe('the filters of contacts', () => {
  it('survive formatting and parsing, and keep out what is empty or unknown', () => {
    const filters = { ...noFilters, q: ' a&b=c ', tag: 'x y', attribute: 'order:1' };
    expect(toQuery(filters)).to.equal('q=a%26b%3Dc&tag=x+y&attribute=order%3A1');
    expect(parseFilters(`${toQuery(filters)}&other=1`)).to.deep.equal({ ...filters, q: 'a&b=c' });
    expect(parseFilters('')).to.deep.equal(noFilters);
    expect(countSet(filters)).to.equal(2);
  });
  it('are days of the browser, the last one included', () => {
    const query = new URLSearchParams(toRequestQuery({ ...noFilters, from: '2026-03-01', to: '2026-03-01' }));
    expect(query.get('from')).to.equal(new Date(2026, 2, 1).toISOString());
    expect(query.get('to')).to.equal(new Date(2026, 2, 2).toISOString());
  });
  it('have a problem that a sentence names', () => {
    expect(problemOf(noFilters)).to.equal('');
    expect(problemOf({ ...noFilters, attribute: 'order' })).to.contain('name:value');
    expect(problemOf({ ...noFilters, from: '2026-03-02', to: '2026-03-01' })).to.contain('first day');
  });
});
