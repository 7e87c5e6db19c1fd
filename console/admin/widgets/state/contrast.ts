import { formatHex, interpolate, modeLrgb, modeRgb, useMode, wcagContrast } from 'culori/fn';

useMode(modeRgb);
// wcagContrast computes luminance in linear light.
useMode(modeLrgb);

/** Whether a text is a colour in the format of widgets: `#rgb` or `#rrggbb`. */
export const isColour = (text: string): boolean => /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(text);

/** Returns the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"); NaN if one is invalid. */
export const contrastRatio = (one: string, other: string): number =>
  isColour(one) && isColour(other) ? wcagContrast(one, other) : NaN;

/**
 * Returns the colour nearest to `colour`, towards black or white, whose contrast with `ground` is at least `ratio`;
 * null if there is none, or a colour is invalid.
 */
export function nearestPassing(colour: string, ground: string, ratio: number): string | null {
  if (!isColour(colour) || !isColour(ground)) return null;
  const isPassing = (text: string) => contrastRatio(text, ground) >= ratio;
  const found = ['#000000', '#ffffff'].map((end) => firstPassing(colour, end, isPassing));
  const [best] = found.filter((each) => each !== null).sort((a, b) => a.step - b.step);
  return best?.text ?? null;
}

const steps = 100;

/** Finds the first step between two colours that passes. */
function firstPassing(
  from: string,
  end: string,
  isPassing: (text: string) => boolean,
): { text: string; step: number } | null {
  const between = interpolate([from, end], 'rgb');
  for (let step = 0; step <= steps; step += 1) {
    const text = formatHex(between(step / steps));
    if (isPassing(text)) return { text, step };
  }
  return null;
}
