import { listen } from './listen.js';

/**
 * Sets the size and place of the visible part of the page on an element, as custom properties: on phones the keyboard
 * covers the lower part of the page without resizing it (Visual Viewport API). Returns a function that stops it.
 */
export function followViewport(element: HTMLElement): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => undefined;
  const update = (): void => {
    // A visitor who has zoomed in looks at a part of the page on purpose.
    const isZoomed = viewport.scale > 1.01;
    for (const [name, value] of [
      ['--viewport-height', viewport.height],
      ['--viewport-top', viewport.offsetTop],
      ['--viewport-bottom', innerHeight - viewport.height - viewport.offsetTop],
    ] as const)
      // An empty value removes a property.
      element.style.setProperty(name, isZoomed ? '' : `${value}px`);
  };
  update();
  return listen(viewport, ['resize', 'scroll'], update);
}
