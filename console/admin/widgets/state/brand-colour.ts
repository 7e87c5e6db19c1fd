import { formatHex, interpolate } from 'culori/fn';
import type { Theme } from '../../../../shared/widget-config.js';
import { contrastRatio, isColour, nearestPassing } from './contrast.js';

/** The members of a theme that a brand colour sets. */
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
/** The share of the brand colour in the colour of the agent's bubbles; the rest is white. */
const tint = 0.08;

/**
 * Derives every colour of a theme from a brand colour (`#rgb` or `#rrggbb`). Text has a contrast of at least 4.5:1,
 * icons of at least 3:1. The accent colour stays empty: the widget derives a readable one from the header colour.
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

/**
 * Returns the brand colour of a theme: the most frequent background colour, or that of the header if none is more
 * frequent.
 */
export function brandOf({ headerColor, customerBubbleColor, openIcon, closeIcon }: Theme): string {
  const grounds = [headerColor, customerBubbleColor, openIcon.backgroundColor, closeIcon.backgroundColor];
  const known = grounds.filter(isColour);
  const count = (colour: string): number => known.filter((each) => each === colour).length;
  return known.reduce((best, each) => (count(each) > count(best) ? each : best), known[0] ?? headerColor);
}

/** Whether a theme differs from what its brand colour sets. */
export function differsFromBrand(theme: Theme): boolean {
  const proposed: object = themeOfBrand(brandOf(theme));
  const known = new Map<string, unknown>(Object.entries(theme));
  return Object.entries(proposed).some(
    ([name, value]) =>
      name !== 'agentBubbleColor' && JSON.stringify(known.get(name)) !== JSON.stringify(value),
  );
}

/** Returns white or a dark ink, whichever is readable on a background, else the nearest readable colour. */
function readableOn(ground: string, ratio: number): string {
  const passes = [white, ink].find((colour) => contrastRatio(colour, ground) >= ratio);
  return passes ?? nearestPassing(ink, ground, ratio) ?? '#000000';
}
