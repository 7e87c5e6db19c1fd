let known = { at: NaN, text: '' };

/** A time in milliseconds since 1970 as ISO 8601. Caches the last result, because many entries share a millisecond. */
export function absoluteTime(at: number): string {
  if (known.at !== at) known = { at, text: new Date(at).toISOString() };
  return known.text;
}
