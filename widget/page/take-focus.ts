/**
 * Focuses an element. In a frame, only if the frame has the focus, so that it takes it from nothing else on the page.
 */
export function takeFocus(element: HTMLElement | null): void {
  if (parent === self || document.hasFocus()) element?.focus();
}
