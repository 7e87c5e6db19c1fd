import { formatHex, interpolate, modeLrgb, modeRgb, useMode, wcagContrast } from 'culori/fn';

useMode(modeRgb);
// wcagContrast computes luminance in linear light.
useMode(modeLrgb);

/** Whether a text is a colour as widgets store it: `#rgb` or `#rrggbb`. */
export const isColour = (text: string): boolean => /^#(?:[\da-f]{3}|[\da-f]{6})$/i.test(text);

/** The contrast of two colours: 1 to 21 (WCAG 2.2, "contrast ratio"). NaN where one isn't a colour. */
export const contrastRatio = (one: string, other: string): number =>
  isColour(one) && isColour(other) ? wcagContrast(one, other) : NaN;

/**
 * The colour nearest to `colour`, on the way to black or to white, that stands out from `ground` by `ratio`. Null where
 * none does, or one of them isn't a colour.
 */
export function nearestPassing(colour: string, ground: string, ratio: number): string | null {
  if (!isColour(colour) || !isColour(ground)) return null;
  const isPassing = (text: string) => contrastRatio(text, ground) >= ratio;
  const found = ['#000000', '#ffffff'].map((end) => firstPassing(colour, end, isPassing));
  const [best] = found.filter((each) => each !== null).sort((a, b) => a.step - b.step);
  return best?.text ?? null;
}

const steps = 100;

/** The first step of the way whose colour passes. */
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
