import { expect } from '@open-wc/testing';
import { panelColours } from '../../../../widget/elements/panel/panel-colours.js';

const theme = {
  headerColor: '#7a1f3d',
  agentBubbleColor: '#eef1f6',
  customerBubbleColor: '#7a1f3d',
};
/** Relative luminance (WCAG 2.2), independent of the code under test. */
function luminance(channels: number[]): number {
  const [red, green, blue] = channels.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const channels = (value: string): number[] => /rgb\(([^)]+)\)/.exec(value)![1]!.split(',').map(Number);
function contrast(one: number[], other: number[]): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
const surfaces = { light: [255, 255, 255], dark: [25, 29, 36] } as const;
const brands = ['#7a1f3d', '#ffd400', '#ffffff', '#000000', '#0b5fff', '#19a974', '#fc0', '#808080'];

describe('panelColours', () => {
  it('uses the header’s colour as accent, unchanged if it is readable', () => {
    expect(channels(panelColours(theme, 'light')['accent-color']!)).to.deep.equal([0x7a, 0x1f, 0x3d]);
  });
  it('prefers the accent of the theme', () => {
    const colours = panelColours({ ...theme, accentColor: '#0b5fff' }, 'light');
    expect(channels(colours['accent-color']!)).to.deep.equal([0x0b, 0x5f, 0xff]);
  });
  it('returns an accent that is readable on the panel, for any brand colour', () => {
    for (const scheme of ['light', 'dark'] as const)
      for (const headerColor of brands) {
        const accent = channels(panelColours({ ...theme, headerColor }, scheme)['accent-color']!);
        expect(contrast(accent, [...surfaces[scheme]]), `${headerColor} ${scheme}`).to.be.least(4.5);
      }
  });
  it('keeps bubble colours in the light scheme, and dark ones in the dark scheme', () => {
    expect(panelColours(theme, 'light')).to.include({
      'agent-bubble-color': '',
      'customer-bubble-color': '',
    });
    expect(panelColours(theme, 'dark')['customer-bubble-color']).to.equal('');
  });
  it('darkens a light bubble in the dark scheme, with a readable text', () => {
    for (const agentBubbleColor of ['#eef1f6', '#ffffff', '#ffe9ef', '#ffd400']) {
      const colours = panelColours({ ...theme, agentBubbleColor }, 'dark');
      const bubble = channels(colours['agent-bubble-color']!);
      expect(luminance(bubble), agentBubbleColor).to.be.below(0.1);
      expect(contrast(bubble, channels(colours['agent-text-color']!))).to.be.least(7);
    }
  });
});
