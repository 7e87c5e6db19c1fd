/** What a person does, by the names that they see: finds in open shadow roots, as assistive technology does. */

/** All elements that match, in this root and in every shadow root below it. */
export function deepAll<E extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): E[] {
  const own = [...root.querySelectorAll<E>(selector)];
  const roots = root instanceof Element && root.shadowRoot ? [root.shadowRoot] : [];
  for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  return [...own, ...roots.flatMap((shadow) => deepAll<E>(shadow, selector))];
}

/** All that is to be read, shadow roots included. */
export const textOf = (root: Element | ShadowRoot): string =>
  deepAll(root, '*')
    .flatMap((element) => [...element.childNodes])
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.parentElement?.tagName !== 'STYLE')
    .map((node) => node.textContent?.trim())
    .filter(Boolean)
    .join(' ');

/** All that is to be read, in the order of the page, shadow roots included, with single spaces. */
export const readingOf = (root: Element | ShadowRoot): string =>
  textInOrder(root).replace(/\s+/g, ' ').trim();

function textInOrder(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node instanceof HTMLStyleElement) return '';
  const shadow = node instanceof Element ? node.shadowRoot : null;
  return [...(shadow?.childNodes ?? []), ...node.childNodes].map(textInOrder).join('');
}

/** What a control is called: its label, or its text. */
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

/** The controls of exactly this name, as they stand on the page. */
export const named = <E extends HTMLElement = HTMLElement>(root: Element | ShadowRoot, name: string): E[] =>
  deepAll<E>(root, controls).filter((element) => nameOf(element) === name && isShown(element));

/** The first control of exactly this name; fails where there is none. */
export function control<E extends HTMLElement = HTMLElement>(root: Element | ShadowRoot, name: string): E {
  const [found] = named<E>(root, name);
  if (!found)
    throw new Error(
      `There is no control named "${name}" among: ${deepAll(root, controls).map(nameOf).join(', ')}`,
    );
  return found;
}

export const press = (root: Element | ShadowRoot, name: string): void => control(root, name).click();

/** Puts text into a box, as typing does. */
export function type(root: Element | ShadowRoot, name: string, text: string): void {
  const box = control<HTMLInputElement | HTMLTextAreaElement>(root, name);
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Lets promises and renderings that are under way finish. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Content of a folded `<details>` has boxes, but is not shown. */
const isShown = (element: HTMLElement): boolean =>
  element.getClientRects().length > 0 && element.checkVisibility();
