/**
 * Replaces names in braces by their values; unknown names stay. A text with a `count` may have two forms, separated
 * by `|`: the first one is the singular.
 */
export function fill(text: string, values: Record<string, string | number>): string {
  const { count } = values;
  const [one, others = one] = (count === undefined ? [text] : text.split('|')) as [string, string?];
  return (count === 1 ? one : others).replace(/\{(\w+)\}/g, (written, name: string) =>
    Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : written,
  );
}
