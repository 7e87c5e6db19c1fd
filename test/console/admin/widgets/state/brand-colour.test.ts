import { expect } from '@open-wc/testing';
import {
  brandOf,
  differsFromBrand,
  themeOfBrand,
} from '../../../../../console/admin/widgets/state/brand-colour.js';
import { contrastRatio } from '../../../../../console/admin/widgets/state/contrast.js';
import { sampleWidget } from '../../../../support/console/admin-fixtures.js';

const { theme } = sampleWidget();

describe('a brand colour', () => {
  for (const brand of ['#0b5fff', '#ffe14d', '#fff', '#000000', '#7f7f7f', '#e30613', '#00a86b', '#777777'])
    it(`${brand} makes a theme whose texts and icons can be read`, () => {
      const made = themeOfBrand(brand);
      expect([made.headerColor, made.openIcon.backgroundColor]).to.deep.equal([brand, brand]);
      expect(contrastRatio(made.headerTextColor, made.headerColor)).to.be.at.least(4.5);
      expect(contrastRatio(made.customerTextColor, made.customerBubbleColor)).to.be.at.least(4.5);
      expect(contrastRatio(made.agentTextColor, made.agentBubbleColor)).to.be.at.least(4.5);
      for (const { color, backgroundColor } of [made.openIcon, made.closeIcon])
        expect(contrastRatio(color, backgroundColor)).to.be.at.least(3);
    });

  it('is derived from a theme, also if one colour was changed', () => {
    const branded = { ...theme, ...themeOfBrand('#7a0045') };
    expect([brandOf(branded), differsFromBrand(branded)]).to.deep.equal(['#7a0045', false]);
    const changed = { ...branded, headerColor: '#ffffff' };
    expect([brandOf(changed), differsFromBrand(changed)]).to.deep.equal(['#7a0045', true]);
  });

  it('of a new widget is the default, with nothing customised', () => {
    expect([brandOf(theme), differsFromBrand(theme)]).to.deep.equal(['#0b5fff', false]);
  });
});
