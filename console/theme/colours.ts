/**
 * Every colour of the staff pages, for a light and a dark screen. `theme.styles.ts` makes a custom property of each
 * (`ownBubble` becomes `--own-bubble`); no other file names a colour. `test/console/theme/colours.test.ts` computes the
 * contrast of every ink on every ground (WCAG 2.2: 1.4.3 for text, 1.4.11 for controls).
 */
const light = {
  // Grounds: the page, a panel on it, a card or a button on that, and what is set into any of them.
  ground: '#f3f5f9',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#ecf0f6',
  // Inks
  text: '#161d2b',
  muted: '#55617a',
  // A separating line needs no contrast; the edge of a control does.
  line: '#dfe5ee',
  edge: '#7a869d',
  accent: '#2456d6',
  accentStrong: '#1b46b4',
  onAccent: '#ffffff',
  accentSoft: '#e7eefd',
  good: '#14713f',
  goodStrong: '#0f5a32',
  onGood: '#ffffff',
  goodSoft: '#e1f4e9',
  warn: '#7d4e00',
  warnSoft: '#fdf1d8',
  bad: '#b3261e',
  badStrong: '#8f1c16',
  onBad: '#ffffff',
  badSoft: '#fdeceb',
  // Messages: the agent's own, and everybody else's
  ownBubble: '#2456d6',
  ownText: '#ffffff',
  otherBubble: '#ecf0f6',
  otherText: '#161d2b',
  // What lies over the page behind a dialog, and what a card throws onto its ground
  scrim: 'rgb(10 15 25 / 45%)',
  shadowNear: 'rgb(20 30 50 / 8%)',
  shadowFar: 'rgb(20 30 50 / 9%)',
};

/** The name of a colour of the staff pages. */
export type ColourName = keyof typeof light;
export type Colours = Readonly<Record<ColourName, string>>;

const dark: Colours = {
  ground: '#0d1117',
  surface: '#151a23',
  raised: '#1e2531',
  sunken: '#232b38',
  text: '#e7ecf4',
  muted: '#a5b0c3',
  line: '#2a3341',
  edge: '#78859c',
  accent: '#8fb2ff',
  accentStrong: '#b0c9ff',
  onAccent: '#0b1836',
  accentSoft: '#1d2b4d',
  good: '#6fd39a',
  goodStrong: '#93e2b4',
  onGood: '#06240f',
  goodSoft: '#15332a',
  warn: '#f0c274',
  warnSoft: '#392d15',
  bad: '#ff9d95',
  badStrong: '#ffbab4',
  onBad: '#3a0906',
  badSoft: '#42201f',
  ownBubble: '#2c55b5',
  ownText: '#f4f7ff',
  otherBubble: '#252d3a',
  otherText: '#e7ecf4',
  scrim: 'rgb(0 0 0 / 60%)',
  shadowNear: 'rgb(0 0 0 / 40%)',
  shadowFar: 'rgb(0 0 0 / 35%)',
};

export const colours: { readonly light: Colours; readonly dark: Colours } = { light, dark };
