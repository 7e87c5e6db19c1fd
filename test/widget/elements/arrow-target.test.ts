import { expect, fixture, html } from '@open-wc/testing';
import { arrowTarget } from '../../../widget/elements/arrow-target.js';

/** Two rows of three, then, after a gap, a row of two: a to h. */
async function grid(dir = 'ltr'): Promise<(from: string, ...keys: string[]) => string> {
  const row = (names: string) =>
    html`<div style="display: grid; grid-template-columns: repeat(3, 60px); margin-bottom: 30px">
      ${[...names].map((name) => html`<button>${name}</button>`)}
    </div>`;
  const root = await fixture(html`<div dir=${dir}>${row('abcdef')}${row('gh')}</div>`);
  const all = [...root.querySelectorAll('button')];
  return (from, ...keys) =>
    keys.reduce(
      (at, key) => arrowTarget(key, at, all) ?? at,
      all.find(({ textContent }) => textContent === from)!,
    ).textContent;
}

describe('arrowTarget', () => {
  it('moves to the previous and next element, across rows, and not beyond the first and last', async () => {
    const go = await grid();
    expect(go('c', 'ArrowRight')).to.equal('d');
    expect(go('d', 'ArrowLeft')).to.equal('c');
    expect(go('a', 'ArrowLeft')).to.equal('a');
    expect(go('h', 'ArrowRight')).to.equal('h');
  });
  it('moves up and down to the nearest element, also to a shorter row', async () => {
    const go = await grid();
    expect(go('b', 'ArrowDown')).to.equal('e');
    expect(go('f', 'ArrowDown')).to.equal('h');
    expect(go('g', 'ArrowUp')).to.equal('d');
    expect(go('h', 'ArrowDown')).to.equal('h');
    expect(go('a', 'ArrowUp')).to.equal('a');
  });
  it('moves to the first and the last element', async () => {
    const go = await grid();
    expect([go('e', 'Home'), go('e', 'End')]).to.deep.equal(['a', 'h']);
  });
  it('moves in the visual direction in right-to-left writing', async () => {
    const go = await grid('rtl');
    expect([go('b', 'ArrowRight'), go('b', 'ArrowLeft')]).to.deep.equal(['a', 'c']);
  });
  it('does not move by other keys', async () => {
    const [one] = [await fixture<HTMLElement>(html`<button>one</button>`)];
    expect(arrowTarget('Enter', one, [one])).to.equal(undefined);
  });
});
