/** Red, green and blue, each 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number];

/** Reads `#rgb` or `#rrggbb`; null for anything else. */
export function parseColour(text: string): Colour | null {
  const [, short, long] = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text) ?? [];
  const hex = long ?? short?.replace(/./g, '$&$&');
  if (hex === undefined) return null;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return [red!, green!, blue!];
}

/** The contrast of two colours: 1 to 21 (WCAG 2.2, "contrast ratio"). NaN where one isn't a colour. */
export function contrastRatio(one: string, other: string): number {
  const [a, b] = [parseColour(one), parseColour(other)];
  if (!a || !b) return NaN;
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/**
 * The colour nearest to `colour`, on the way to black or to white, that stands out from `ground` by `ratio`. Null where
 * none does, or one of them isn't a colour.
 */
export function nearestPassing(colour: string, ground: string, ratio: number): string | null {
  const from = parseColour(colour);
  if (!from || !parseColour(ground)) return null;
  const ends: Colour[] = [
    [0, 0, 0],
    [255, 255, 255],
  ];
  const found = ends.map((end) => firstPassing(from, end, (text) => contrastRatio(text, ground) >= ratio));
  const [best] = found.filter((each) => each !== null).sort((a, b) => a.step - b.step);
  return best?.text ?? null;
}

const steps = 100;

/** The first step of the way whose colour passes. */
function firstPassing(
  from: Colour,
  end: Colour,
  isPassing: (text: string) => boolean,
): { text: string; step: number } | null {
  for (let step = 0; step <= steps; step += 1) {
    const text = toHex(from.map((value, index) => value + ((end[index]! - value) * step) / steps));
    if (isPassing(text)) return { text, step };
  }
  return null;
}

const toHex = (colour: readonly number[]): string =>
  `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

/** WCAG 2.2, "relative luminance". */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
