let query: MediaQueryList | undefined;
/** One query for the page: creating one at each render costs more than the render. */
const darkScheme = (): MediaQueryList => (query ??= matchMedia('(prefers-color-scheme: dark)'));

/** The colour scheme that the visitor prefers. */
export const preferredScheme = (): 'light' | 'dark' => (darkScheme().matches ? 'dark' : 'light');

/**
 * Calls back when the visitor's preference changes. Returns a function that stops it. In browsers whose media queries are
 * no event targets (Safari 13) the next render shows the change.
 */
export function followScheme(onChange: () => void): () => void {
  const scheme = darkScheme();
  scheme.addEventListener?.('change', onChange);
  return () => scheme.removeEventListener?.('change', onChange);
}
