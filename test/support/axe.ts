// Why: automated accessibility checks run on complete pages, on every screen, in every colour scheme and
// size.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as assert from 'uvu/assert';
import type { Page } from 'playwright-core';
import type { Screen } from './screens.js';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A desktop and a phone. */
const sizes = [
  { width: 1280, height: 720 },
  { width: 375, height: 667 },
];
/** WCAG 2.2 AA, and the best practices on landmarks and headings. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that depend on colours only: a second scheme of the same size is checked with these alone. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** All violations on this page and in its frames, as "rule: element". */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
  return page.evaluate(async (runOnly) => {
    interface Axe {
      run(
        context: Document,
        options: object,
      ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
    }
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  }, runOnly);
}

/**
 * Asserts that the present screen has no violation, in both schemes, on a desktop and on a phone. Restores
 * the page afterwards. A reader at the end of a transcript must stay there in each of them.
 */
export async function isWithoutBarriers(page: Page, screen: Screen): Promise<void> {
  const before = page.viewportSize()!;
  const wasAtEnd = await isAtEnd(page);
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await settle(page);
      const look = `${screen}, ${colorScheme}, ${size.width} pixels`;
      if (wasAtEnd) assert.is.not(await isAtEnd(page), false, `the end of the transcript is seen: ${look}`);
      const rules = colorScheme === 'light' ? undefined : rulesOfColours;
      assert.equal(await violationsOf(page, rules), [], look);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(before);
}

/**
 * Waits until the page is rendered, and finishes animations: between two schemes, colours are in transition.
 */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await page.evaluate(() => {
    const roots: DocumentOrShadowRoot[] = [document];
    for (const root of roots) {
      for (const animation of root.getAnimations())
        if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
      for (const { shadowRoot } of (root as ParentNode & DocumentOrShadowRoot).querySelectorAll('*'))
        if (shadowRoot) roots.push(shadowRoot);
    }
  });
}

/** Whether the visible transcript is scrolled to its end; undefined if there is none, or more than one. */
async function isAtEnd(page: Page): Promise<boolean | undefined> {
  const log = page.getByRole('log');
  if ((await log.count()) !== 1 || !(await log.isVisible())) return undefined;
  return log.evaluate(
    ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 2,
  );
}
