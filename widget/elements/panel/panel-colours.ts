import type { PageTheme } from '../../../shared/widget-config.js';

type Rgb = number[];
type ThemeColours = Pick<
  PageTheme,
  'headerColor' | 'agentBubbleColor' | 'customerBubbleColor' | 'accentColor'
>;

const white = [255, 255, 255];
/** `--surface-color` and `--text-color` of `tokens.styles.ts` in the dark. */
const darkSurface = [25, 29, 36];
const darkText = [232, 235, 240];
/** The least contrast of text with its background (WCAG 2.2, 1.4.3). */
const textContrast = 4.5;
/** The relative luminance from which a bubble is too bright for a dark panel. */
const dazzling = 0.4;

/**
 * The colours that depend on a theme and on the scheme, by the names of their custom properties:
 *
 * - the accent: the theme's own, or its header colour, made darker or lighter until it can be read on the panel. The
 *   panel's surface colour can then be read on it, too.
 * - in the dark, a tint of each bubble that is light, and a light text colour for it. Empty where the theme's own
 *   colour holds.
 */
export function panelColours(theme: ThemeColours, scheme: 'light' | 'dark'): Record<string, string> {
  const isDark = scheme === 'dark';
  const surface = isDark ? darkSurface : white;
  const accent = readableOn(surface, channelsOf(theme.accentColor || theme.headerColor));
  const colours: Record<string, string> = { 'accent-color': toCss(accent) };
  for (const who of ['agent', 'customer'] as const) {
    const bubble = channelsOf(theme[`${who}BubbleColor`]);
    const isTinted = isDark && luminance(bubble) > dazzling;
    colours[`${who}-bubble-color`] = isTinted ? toCss(mix(darkSurface, bubble, 0.14)) : '';
    colours[`${who}-text-color`] = isTinted ? toCss(darkText) : '';
  }
  return colours;
}

/**
 * Sets these colours on an element by script, property by property, because a strict Content-Security-Policy forbids
 * style texts. A page's own `--connect-chat-…` properties override them.
 */
export function setPanelColours(element: HTMLElement, theme: ThemeColours, scheme: 'light' | 'dark'): void {
  for (const [name, colour] of Object.entries(panelColours(theme, scheme)))
    element.style.setProperty(`--${name}`, colour && `var(--connect-chat-${name}, ${colour})`);
}

const toCss = (colour: Rgb): string => `rgb(${colour.join()})`;

/** Returns the colour nearest to `colour`, on the way to white or black, that is readable on `ground`. */
function readableOn(ground: Rgb, colour: Rgb): Rgb {
  const end = luminance(ground) < 0.18 ? white : [0, 0, 0];
  let share = 0;
  while (share < 1 && contrast(mix(colour, end, share), ground) < textContrast) share += 0.04;
  return mix(colour, end, share);
}

function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, 0 to 1, as WCAG 2.2 defines it. */
const luminance = (colour: Rgb): number =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
    const channel = colour[index]! / 255;
    return sum + weight * (channel > 0.04045 ? ((channel + 0.055) / 1.055) ** 2.4 : channel / 12.92);
  }, 0);

const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  from.map((channel, index) => Math.round(channel + (to[index]! - channel) * share));

/** Parses `#rgb` or `#rrggbb`; black for anything else. */
function channelsOf(colour: string): Rgb {
  const digits = colour.length < 7 ? colour.replace(/\w/g, '$&$&') : colour;
  return [1, 3, 5].map((place) => parseInt(digits.slice(place, place + 2), 16) || 0);
}
