/** Why: the browser of the tests prefers reduced motion, and some tests are about motion itself. */
export async function withMotion(test: () => Promise<void>): Promise<void> {
  const { matchMedia } = window;
  window.matchMedia = (query) =>
    matchMedia.call(window, query.replace('reduced-motion: reduce', 'reduced-motion: no-preference'));
  try {
    await test();
  } finally {
    window.matchMedia = matchMedia;
  }
}
