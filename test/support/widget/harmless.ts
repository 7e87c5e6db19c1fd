// Why: a message may render only a closed set of elements and attributes. Extend the sets when our elements render
// new ones.
import { assert } from '@open-wc/testing';

const names =
  'A BLOCKQUOTE BR BUTTON CODE DEL DIV EM H3 H4 HR IMG LI OL P PRE SECTION SLOT SPAN STRONG STYLE UL'.split(
    ' ',
  );
const attributes =
  'alt aria-disabled aria-hidden aria-label aria-labelledby aria-roledescription class data-answer dir disabled ' +
  'hidden href id lang loading part referrerpolicy rel role src start tabindex target type';

/** What hostile content has run or requested: it calls this list in the test page. */
export const happened: string[] = [];
(window as unknown as { happened: string[] }).happened = happened;

/** Asserts that a shadow root contains no harmful element, attribute or address. */
export function expectHarmless(root: ShadowRoot): void {
  const svgs = [...root.querySelectorAll('svg, svg *')];
  for (const element of root.querySelectorAll('*')) {
    if (svgs.includes(element)) continue;
    assert.include(names, element.tagName, element.outerHTML.slice(0, 200));
    for (const { name } of element.attributes)
      assert.include(attributes.split(' '), name, element.outerHTML.slice(0, 200));
    if (element instanceof HTMLAnchorElement) expectSafeLink(element);
    if (element instanceof HTMLImageElement) assert.equal(new URL(element.src).protocol, 'https:');
  }
  assert.deepEqual(happened, []);
}

function expectSafeLink(link: HTMLAnchorElement): void {
  assert.include(['https:', 'http:', 'mailto:', 'tel:'], link.protocol, link.outerHTML);
  assert.equal(link.rel, 'noopener noreferrer');
  assert.include(['_blank', '_self', '_parent', '_top'], link.target);
}
