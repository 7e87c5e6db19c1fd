/** Puts values where a text has their names in braces; what has no value stays as it is written. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (written, name: string) =>
    Object.prototype.hasOwnProperty.call(values, name) ? String(values[name]) : written,
  );
