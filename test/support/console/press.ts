/** Finds and uses controls by their accessible names, across open shadow roots, as assistive technology does. */

/** Returns all matches in this root and in every shadow root below it. */
export function deepAll<E extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): E[] {
  const own = [...root.querySelectorAll<E>(selector)];
  const roots = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  return [...own, ...roots.flatMap((shadow) => deepAll<E>(shadow, selector))];
}

/** Returns all text, shadow roots included. */
export const textOf = (root: Element | ShadowRoot): string =>
  deepAll(root, '*')
    .flatMap((element) => [...element.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.parentElement?.tagName !== 'STYLE')
    .map((node) => node.textContent?.trim())
    .filter(Boolean)
    .join(' ');

/** Returns all text in document order, shadow roots included, with single spaces. */
export const readingOf = (root: Element | ShadowRoot): string =>
  textInOrder(root).replace(/\s+/g, ' ').trim();

function textInOrder(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof HTMLStyleElement) return '';
  const shadow = node instanceof Element ? node.shadowRoot : null;
  return [...(shadow?.childNodes ?? []), ...node.childNodes].map(textInOrder).join('');
}

/** Returns the name of a control: its label, or its text. */
export function nameOf(element: HTMLElement): string {
  const labels = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null) : null;
  const label = labels?.[0];
  const text =
    element.getAttribute('aria-label') ?? (label ? labelText(label) : undefined) ?? element.textContent;
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function labelText(label: HTMLLabelElement): string {
  const texts = [...label.childNodes].filter(
    (node) => !(node instanceof Comment || node instanceof HTMLSelectElement),
  );
  return texts.map((node) => node.textContent ?? '').join(' ');
}

const controls = 'button, input, textarea, select, a[href], summary';

/** Returns the visible controls with exactly this name. */
export const named = <E extends HTMLElement = HTMLElement>(root: Element | ShadowRoot, name: string): E[] =>
  deepAll<E>(root, controls).filter((element) => nameOf(element) === name && isShown(element));

/** Returns the first control with exactly this name; throws if there is none. */
export function control<E extends HTMLElement = HTMLElement>(root: Element | ShadowRoot, name: string): E {
  const [found] = named<E>(root, name);
  if (!found)
    throw new Error(
      `There is no control named "${name}" among: ${deepAll(root, controls).map(nameOf).join(', ')}`,
    );
  return found;
}

export const press = (root: Element | ShadowRoot, name: string): void => control(root, name).click();

/** Enters text into a field, as typing does. */
export function type(root: Element | ShadowRoot, name: string, text: string): void {
  const box = control<HTMLInputElement | HTMLTextAreaElement>(root, name);
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Waits until pending promises and renderings are done. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Ends all animations but endless ones, so that a check of contrast sees the final colours. */
export function finishAnimations(root: Element | ShadowRoot): void {
  const animations = deepAll(root, '*').flatMap((element) => element.getAnimations());
  for (const animation of animations)
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
}

/** Elements in a closed `<details>` have boxes, but are not visible. */
const isShown = (element: HTMLElement): boolean =>
  element.getClientRects().length > 0 && element.checkVisibility();
