import { fieldId } from '../fields/field-id.js';

/**
 * Scrolls the control of a member into view, focuses it, and opens the disclosures around it. Without such a control
 * it takes the first invalid one. Returns whether it found one.
 */
export function revealField(root: ParentNode, pointer: string): boolean {
  const field = find(root, `[id="${fieldId(pointer)}"]`) ?? find(root, '[aria-invalid="true"]');
  if (!field) return false;
  for (let above = parentOf(field); above; above = parentOf(above))
    if (above instanceof HTMLDetailsElement) above.open = true;
  field.focus();
  field.scrollIntoView({ block: 'center' });
  return true;
}

/** Finds the first match in this root and, in document order, in every open shadow root below it. */
function find(root: ParentNode, selector: string): HTMLElement | null {
  const own = root.querySelector<HTMLElement>(selector);
  if (own) return own;
  for (const element of root.querySelectorAll('*')) {
    const found = element.shadowRoot && find(element.shadowRoot, selector);
    if (found) return found;
  }
  return null;
}

/** Returns the parent element, across shadow roots. */
function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
