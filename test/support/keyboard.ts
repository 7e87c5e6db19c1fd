// Why: people without a mouse follow the focus, and have to see it. Extend with what they do.
import * as assert from 'uvu/assert';
import type { Page } from 'playwright-core';

/** The focused element, through all shadow roots. */
export interface Focused {
  /** The element's accessible name. */
  name: string;
  tag: string;
  /** Whether the focus is visibly marked. */
  isMarked: boolean;
  /**
   * Whether the element is completely visible, as level AAA demands: in the window and not covered (WCAG 2.2,
   * 2.4.12).
   */
  isSeen: boolean;
}

export const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    let element: Element = document.activeElement ?? document.body;
    while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const labels = [...((element as HTMLInputElement).labels ?? [])].map(({ innerText }) => innerText);
    const name =
      element.getAttribute('aria-label') ??
      (labels.length > 0 ? labels.join(' ') : (element as HTMLElement).innerText);
    const { left, top, width, height } = element.getBoundingClientRect();
    // Not only the centre, because an overlay may cover another part.
    const places = [
      [0.5, 0.5],
      [0.2, 0.2],
      [0.8, 0.2],
      [0.2, 0.8],
      [0.8, 0.8],
    ].map(([across, down]) => {
      const place = [left + width * across!, top + height * down!] as const;
      let inFront: Element | null = document.elementFromPoint(...place);
      while (inFront?.shadowRoot) {
        const inside: Element | null = inFront.shadowRoot.elementFromPoint(...place);
        if (!inside || inside === inFront) break;
        inFront = inside;
      }
      const under: Node[] = [];
      for (let node: Node | null = inFront; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null)
        under.push(node);
      return { inFront, under };
    });
    // The frame around a field may be the mark, or the label of a checkbox.
    const around = [element, element.parentElement, ...((element as HTMLInputElement).labels ?? [])];
    return {
      name: name.replace(/\s+/g, ' ').trim(),
      tag: element.localName,
      isMarked: around.some((each) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
        if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/, 0\)$/.test(outlineColor))
          return true;
        // A shadow or border counts only if a focus rule sets it, because some elements always have one.
        const { adoptedStyleSheets } = each.getRootNode() as ShadowRoot;
        return adoptedStyleSheets
          .flatMap(({ cssRules }) => [...cssRules])
          .some(
            (rule) =>
              rule instanceof CSSStyleRule &&
              rule.selectorText.includes(':focus') &&
              each.matches(rule.selectorText) &&
              (rule.style.boxShadow !== '' || rule.style.borderColor !== ''),
          );
      }),
      isSeen: places.every(({ inFront, under }) =>
        around.some((each) => each && (under.includes(each) || inFront?.contains(each))),
      ),
    };
  });

/** Asserts that the element with this name has the focus, and is visible. */
export async function isAt(page: Page, name: string | RegExp): Promise<void> {
  const isThere = (at: Focused): boolean =>
    typeof name === 'string' ? at.name === name : name.test(at.name);
  const until = Date.now() + 10_000;
  let at = await focused(page);
  while (!isThere(at) && Date.now() < until) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    at = await focused(page);
  }
  assert.ok(isThere(at), `${String(name)} should have the focus, not "${at.name}" (${at.tag})`);
  assert.ok(at.isMarked, `the focus on "${at.name}" is visibly marked`);
  assert.ok(at.isSeen, `"${at.name}" has the focus and is hidden`);
}

/** Presses Tab until the element with this name has the focus. Everything on the way must be visible too. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return isAt(page, name);
    if (at.tag !== 'body')
      assert.equal(
        [at.name, at.isMarked, at.isSeen],
        [at.name, true, true],
        'the focused element is visible',
      );
    passed.push(at.name);
  }
  throw new Error(`Tab never came to ${String(name)}, but to ${passed.join(', ')}.`);
}
