let known = { at: NaN, text: '' };

/** Milliseconds since 1970 as everyone reads them, in ISO 8601. What happens in the same millisecond is written once. */
export function absoluteTime(at: number): string {
  if (known.at !== at) known = { at, text: new Date(at).toISOString() };
  return known.text;
}
