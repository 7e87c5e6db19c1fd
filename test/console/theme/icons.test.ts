import { expect, fixture, html } from '@open-wc/testing';
import * as icons from '../../../console/theme/icons.js';

describe('the icons of the staff pages', () => {
  for (const [name, icon] of Object.entries(icons))
    it(`are hidden from screen readers, and have the colour of the text: ${name}`, async () => {
      const place = await fixture<HTMLElement>(html`<span style="color: rgb(1, 2, 3)">${icon}</span>`);
      const svg = place.querySelector('svg')!;
      expect(svg.getAttribute('aria-hidden')).to.equal('true');
      expect(getComputedStyle(svg).stroke).to.equal('rgb(1, 2, 3)');
      const { width, height } = svg.getBoundingClientRect();
      expect([width, height]).to.deep.equal([20, 20]);
    });
});
