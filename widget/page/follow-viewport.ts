/**
 * Tells an element what can be seen of the page, by custom properties: on phones the keyboard covers the lower part of a
 * page without making the page smaller (Visual Viewport API). Returns the undo.
 */
export function followViewport(element: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => undefined;
  const tell = (): void => {
    // Someone who has zoomed in looks at a part of the page on purpose.
    const isZoomed = viewport.scale > 1.01;
    for (const [name, value] of [
      ['--viewport-height', viewport.height],
      ['--viewport-top', viewport.offsetTop],
      ['--viewport-bottom', innerHeight - viewport.height - viewport.offsetTop],
    ] as const)
      // An empty value removes a property.
      element.style.setProperty(name, isZoomed ? '' : `${value}px`);
  };
  const changes = ['resize', 'scroll'];
  for (const change of changes) viewport.addEventListener(change, tell);
  tell();
  return () => changes.forEach((change) => viewport.removeEventListener(change, tell));
}
