import { expect, fixture, html } from '@open-wc/testing';
import { renderCode } from '../../../../../console/admin/widgets/code/render-code.js';

const open = (sentence: string) => fixture<HTMLElement>(html`<p>${renderCode(sentence)}</p>`);
const codes = (place: HTMLElement) => [...place.querySelectorAll('code')].map((code) => code.textContent);

describe('a sentence of the service with code in it', () => {
  it('shows what stands in backticks as code', async () => {
    const place = await open('The claim `exp` is missing; add `"exp"` to the payload.');
    expect(codes(place)).to.deep.equal(['exp', '"exp"']);
    expect(place.textContent).to.equal('The claim exp is missing; add "exp" to the payload.');
  });

  it('shows a sentence without code as it is, markup included', async () => {
    const place = await open('Not <b>allowed</b>.');
    expect(codes(place)).to.deep.equal([]);
    expect(place.textContent).to.equal('Not <b>allowed</b>.');
  });
});
