import { expect, fixture, html } from '@open-wc/testing';
import { renderDifferences } from '../../../../../console/admin/widgets/fields/render-differences.js';
import { readingOf } from '../../../../support/console/press.js';

const open = (...given: Parameters<typeof renderDifferences>) =>
  fixture<HTMLElement>(html`<div>${renderDifferences(...given)}</div>`);
const rowsOf = (place: HTMLElement) => [...place.querySelectorAll('li')].map(readingOf);

describe('what changed between two versions', () => {
  it('is listed by the names that the pages use', async () => {
    const place = await open([
      { pointer: '/survey/kind', before: 'OFF', after: 'STARS' },
      { pointer: '/features/emoji', before: true, after: false },
      { pointer: '/domains', before: [], after: ['https://shop.example'] },
    ]);
    await expect(place).to.be.accessible();
    expect(rowsOf(place)).to.deep.equal([
      'Rating Before: Off → After: Stars',
      'Emoji Before: On → After: Off',
      'Websites Before: None → After: https://shop.example',
    ]);
  });

  it('says whose each value is where two editors met', async () => {
    const place = await open([{ pointer: '/name', before: 'Shop', after: 'Corner' }], {
      before: 'Theirs',
      after: 'Yours',
    });
    expect(rowsOf(place)).to.deep.equal(['Name Theirs: Shop → Yours: Corner']);
  });

  it('keeps values of right-to-left languages from reordering what is around them', async () => {
    const place = await open([{ pointer: '/texts/title', before: 'Hello', after: 'مرحبا' }]);
    expect([...place.querySelectorAll('bdi')].map(({ textContent }) => textContent)).to.deep.equal([
      'Hello',
      'مرحبا',
    ]);
  });
});
