/** Puts the cursor there; in a frame, only where the visitor is in it: whoever writes elsewhere on the page goes on. */
export function takeFocus(element: HTMLElement | null): void {
  if (parent === self || document.hasFocus()) element?.focus();
}
