import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { contrastRatio, nearestPassing } from '../../../../../console/admin/widgets/state/contrast.js';

const colour = fc
  .tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

describe('contrast', () => {
  it('matches the values of WCAG', () => {
    expect(contrastRatio('#000', '#ffffff')).to.be.closeTo(21, 0.001);
    expect(contrastRatio('#fff', '#fff')).to.equal(1);
    expect(contrastRatio('#767676', '#ffffff')).to.be.closeTo(4.54, 0.01);
    expect(contrastRatio('red', '#ffffff')).to.be.NaN;
  });
  it('a colour that passes is its own nearest', () => {
    expect(nearestPassing('#1b1f24', '#eef1f6', 4.5)).to.equal('#1b1f24');
  });
  it('there is always a passing colour for text, and it passes', () => {
    fc.assert(
      fc.property(colour, colour, (text, ground) => {
        const nearest = nearestPassing(text, ground, 4.5)!;
        expect(contrastRatio(nearest, ground)).to.be.at.least(4.5);
      }),
    );
  });
  it('no colour is offered for what is none', () => {
    expect(nearestPassing('#12', '#ffffff', 4.5)).to.equal(null);
    expect(nearestPassing('#123', '', 4.5)).to.equal(null);
  });
});
