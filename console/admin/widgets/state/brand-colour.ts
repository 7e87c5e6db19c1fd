import { formatHex, interpolate } from 'culori/fn';
import type { Theme } from '../../../../shared/widget-config.js';
import { contrastRatio, isColour, nearestPassing } from './contrast.js';

/** The part of a theme that a brand colour proposes. */
export type BrandedTheme = Pick<
  Theme,
  | 'headerColor'
  | 'headerTextColor'
  | 'agentBubbleColor'
  | 'agentTextColor'
  | 'customerBubbleColor'
  | 'customerTextColor'
  | 'accentColor'
  | 'openIcon'
  | 'closeIcon'
>;

const white = '#ffffff';
const ink = '#1b1f24';
/** The share of the brand colour in the agent's bubbles; the rest is white. */
const tint = 0.08;

/**
 * Every colour of a theme from one brand colour (`#rgb` or `#rrggbb`). Text on each of them has a contrast of 4.5:1 or
 * more, icons 3:1. The accent stays empty: the widget derives it from the header so that it can be read on its panel.
 */
export function themeOfBrand(brand: string): BrandedTheme {
  const text = readableOn(brand, 4.5);
  const icon = { backgroundColor: brand, color: readableOn(brand, 3) };
  return {
    headerColor: brand,
    headerTextColor: text,
    agentBubbleColor: formatHex(interpolate([white, brand], 'rgb')(tint)),
    agentTextColor: ink,
    customerBubbleColor: brand,
    customerTextColor: text,
    accentColor: '',
    openIcon: icon,
    closeIcon: { ...icon },
  };
}

/** The brand colour of a theme: the ground that most of its parts have, the header's where none has a majority. */
export function brandOf({ headerColor, customerBubbleColor, openIcon, closeIcon }: Theme): string {
  const grounds = [headerColor, customerBubbleColor, openIcon.backgroundColor, closeIcon.backgroundColor];
  const known = grounds.filter(isColour);
  const count = (colour: string): number => known.filter((each) => each === colour).length;
  return known.reduce((best, each) => (count(each) > count(best) ? each : best), known[0] ?? headerColor);
}

/** Whether some colours of a theme are other than its brand colour proposes. */
export function differsFromBrand(theme: Theme): boolean {
  const proposed: object = themeOfBrand(brandOf(theme));
  const known = new Map<string, unknown>(Object.entries(theme));
  return Object.entries(proposed).some(
    ([name, value]) =>
      name !== 'agentBubbleColor' && JSON.stringify(known.get(name)) !== JSON.stringify(value),
  );
}

/** White where it can be read on a ground, else a dark ink, else the nearest colour that can. */
function readableOn(ground: string, ratio: number): string {
  const passes = [white, ink].find((colour) => contrastRatio(colour, ground) >= ratio);
  return passes ?? nearestPassing(ink, ground, ratio) ?? '#000000';
}
