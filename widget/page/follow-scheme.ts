let query: MediaQueryList | undefined;
/** One for the page: to make another at each drawing costs more than the drawing. */
const darkScheme = (): MediaQueryList => (query ??= matchMedia('(prefers-color-scheme: dark)'));

/** What the visitor has set. */
export const preferredScheme = (): 'light' | 'dark' => (darkScheme().matches ? 'dark' : 'light');

/** Calls back when the visitor turns the lights on or off; older browsers show it at the next occasion. */
export function followScheme(changed: () => void): () => void {
  const scheme = darkScheme();
  scheme.addEventListener?.('change', changed);
  return () => scheme.removeEventListener?.('change', changed);
}
