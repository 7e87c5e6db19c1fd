// Why: what a program can find of barriers is found on whole pages, on every screen that people meet, in every look.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as assert from 'uvu/assert';
import type { Page } from 'playwright-core';
import type { Screen } from './screens.js';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A desk and a phone. */
const sizes = [
  { width: 1280, height: 720 },
  { width: 375, height: 667 },
];
/** WCAG 2.2 AA, and beside it landmarks, headings, and that everything is inside a landmark. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What colours alone can break: of two schemes at one size, the second is asked nothing else. */
const rulesOfColours = ['color-contrast', 'link-in-text-block'];

/** Every violation on this page and in its frames, as "rule: element". */
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
 * Asserts that nothing of what is on the screen now is a barrier, in either scheme, on a desk and on a phone; the page is
 * afterwards as it was. A reader who was at the end of a transcript has to be there in each of them.
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

/** Waits until the look is drawn, and finishes what moves: half-way between two schemes there are other colours. */
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

/** Whether the transcript that is on the screen is scrolled to its end; nothing where there is none, or several. */
async function isAtEnd(page: Page): Promise<boolean | undefined> {
  const log = page.getByRole('log');
  if ((await log.count()) !== 1 || !(await log.isVisible())) return undefined;
  return log.evaluate(
    ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 2,
  );
}
