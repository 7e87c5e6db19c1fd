/**
 * Puts values where a text has their names in braces; what has no value stays as it is written. A text with a `count` may
 * have two forms, parted by `|`: the first is for one.
 */
export function fill(text: string, values: Record<string, string | number>): string {
  const { count } = values;
  const [one, others = one] = (count === undefined ? [text] : text.split('|')) as [string, string?];
  return (count === 1 ? one : others).replace(/\{(\w+)\}/g, (written, name: string) =>
    Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : written,
  );
}
