// Why: whatever a message says, nothing but a closed set of elements and attributes may come of it. Extend the sets with
// what an element of ours newly draws.
import { assert } from '@open-wc/testing';

const names =
  'A BLOCKQUOTE BR BUTTON CODE DEL DIV EM H3 H4 HR IMG LI OL P PRE SECTION SLOT SPAN STRONG STYLE UL'.split(
    ' ',
  );
const attributes =
  'alt aria-disabled aria-hidden aria-label aria-labelledby aria-roledescription class data-answer dir disabled ' +
  'hidden href id lang loading part referrerpolicy rel role src start tabindex target type';

/** Things that have run, or were asked for, because of a message: a test page gives them the chance. */
export const happened: string[] = [];
(window as unknown as { happened: string[] }).happened = happened;

/** Asserts that a shadow root holds no element, attribute or address that could do harm. */
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

const script = 'window.happened.push(1)';
/** Addresses that run, each in a disguise of its own. */
export const badAddresses = [
  `javascript:${script}`,
  `JaVaScRiPt:${script}`,
  ` javascript:${script}`,
  `\u0001javascript:${script}`,
  `java\tscript:${script}`,
  `java\nscript:${script}`,
  `java&#9;script:${script}`,
  `java&Tab;script:${script}`,
  `&#106;avascript:${script}`,
  `&#x6A&#x61vascript:${script}`,
  `javascript&colon;${script}`,
  `javascript&#58;${script}`,
  `javascript\\:${script}`,
  `vbscript:${script}`,
  `data:text/html,<script>${script}</script>`,
  `DATA:text/html;base64,PHNjcmlwdD4=`,
  'blob:https://shop.example/1',
  'file:///etc/passwd',
  '//evil.example',
  'https:javascript:x"onclick="',
  'https://a.example/"onmouseover="alert(1)',
  "https://a.example/'><img src=x>",
];
/** Markup that runs. */
export const badMarkup = [
  `<script>${script}</script>`,
  `<img src=x onerror=${script}>`,
  `<svg onload=${script}>`,
  `<iframe srcdoc="<script>parent.${script}</script>"></iframe>`,
  `<a href="javascript:${script}">x</a>`,
  `"><img src=x onerror=${script}>`,
  `<style>*{display:none}</style>`,
  `<base href=//evil.example>`,
  `<meta http-equiv=refresh content=0>`,
  `<form action=javascript:${script}><button>x</button></form>`,
  `<!--><img src=x onerror=${script}>-->`,
  '${' + script + '}',
  '{{constructor.constructor("alert(1)")()}}',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=1>',
];
