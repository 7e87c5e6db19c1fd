// Why: axe checks what is on the screen; some tests need the contrast of one text.

/** Returns the contrast (WCAG 2.2) of an element's text with the background of another; both are opaque. */
export function contrastOf(text: Element, ground: Element): number {
  const [one, other] = [getComputedStyle(text).color, getComputedStyle(ground).backgroundColor].map(
    luminance,
  );
  return (Math.max(one!, other!) + 0.05) / (Math.min(one!, other!) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = /rgb\(([^)]+)\)/
    .exec(colour)![1]!
    .split(',')
    .map((value) => {
      const share = Number(value) / 255;
      return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
