// Why: what a program can find of WCAG 2.2 AA is found on whole pages, in every state that a journey passes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as assert from 'uvu/assert';
import type { Frame, Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What a visitor's page looks like: on a desk and on a phone, in the light and in the dark. */
const looks = [
  { colorScheme: 'light', size: { width: 1000, height: 800 } },
  { colorScheme: 'dark', size: { width: 1000, height: 800 } },
  { colorScheme: 'light', size: { width: 375, height: 667 } },
  { colorScheme: 'dark', size: { width: 375, height: 667 } },
] as const;
/** What staff's pages look like. */
const staffLooks = [
  { colorScheme: 'light', size: { width: 1280, height: 720 } },
  { colorScheme: 'dark', size: { width: 1280, height: 720 } },
  { colorScheme: 'light', size: { width: 390, height: 844 } },
  { colorScheme: 'dark', size: { width: 390, height: 844 } },
] as const;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Beside WCAG: landmarks, headings, and that everything is inside a landmark. A widget on a website can't have those. */
const rulesOfWholePages = [...rules, 'best-practice'];

/** Every violation on this page or frame, as "rule: element"; frames inside are looked at one by one. */
export async function violationsOf(page: Page | Frame, tags = rules): Promise<string[]> {
  await page.evaluate(source);
  return page.evaluate(async (tags) => {
    interface Axe {
      run(
        context: Document,
        options: object,
      ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
    }
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { runOnly: tags, iframes: false });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  }, tags);
}

/**
 * Asserts that nothing of what is on the screen now is a barrier, in every look; the page is afterwards as it was. A
 * reader who was at the end of the transcript has to be there in each of them.
 */
export async function isWithoutBarriers(page: Page, state: string): Promise<void> {
  const before = page.viewportSize()!;
  const wasAtEnd = await isAtEnd(page);
  for (const { colorScheme, size } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    await settle(page);
    const look = `${state}, ${colorScheme}, ${size.width} pixels`;
    if (wasAtEnd) assert.ok(await isAtEnd(page), `the end of the transcript is seen: ${look}`);
    assert.equal(await violationsOf(page), [], look);
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(before);
}

/**
 * Asserts that nothing on a page of staff is a barrier, in both schemes, on a desk and on a phone; the page is afterwards
 * as it was.
 */
export async function isStaffPageWithoutBarriers(page: Page, state: string): Promise<void> {
  const before = page.viewportSize()!;
  for (const { colorScheme, size } of staffLooks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    await settle(page);
    assert.equal(
      await violationsOf(page, rulesOfWholePages),
      [],
      `${state}, ${colorScheme}, ${size.width} pixels`,
    );
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

/** Whether a transcript is on the screen, and scrolled to its end. */
async function isAtEnd(page: Page): Promise<boolean> {
  const log = page.getByRole('log');
  if (!(await log.isVisible())) return false;
  return log.evaluate(
    ({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight < 2,
  );
}
