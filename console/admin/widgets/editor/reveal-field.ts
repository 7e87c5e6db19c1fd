import { fieldId } from '../fields/field-id.js';

/**
 * Brings the control of a member into sight and gives it the focus: opens whatever it is folded into. Takes the first
 * control that is marked as wrong where the member has none of its own. Returns whether there was one.
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

/** The first match in this root and, in the order of the page, in every open shadow root below it. */
function find(root: ParentNode, selector: string): HTMLElement | null {
  const own = root.querySelector<HTMLElement>(selector);
  if (own) return own;
  for (const element of root.querySelectorAll('*')) {
    const found = element.shadowRoot && find(element.shadowRoot, selector);
    if (found) return found;
  }
  return null;
}

/** The element above, out of a shadow root, too. */
function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
