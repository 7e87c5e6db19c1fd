const darkScheme = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)');

/** What the visitor has set. */
export const preferredScheme = (): 'light' | 'dark' => (darkScheme().matches ? 'dark' : 'light');

/** Calls back when the visitor turns the lights on or off; older browsers show it at the next occasion. */
export function followScheme(changed: () => void): () => void {
  const query = darkScheme();
  query.addEventListener?.('change', changed);
  return () => query.removeEventListener?.('change', changed);
}
