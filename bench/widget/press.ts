import type { Page } from 'playwright-core';
import { wait } from './visit.js';

/**
 * Presses the launcher, this many milliseconds after the pointer's arrival. Doesn't wait for the page's
 * response, because a page that renders ten thousand items doesn't respond for long.
 */
export async function press(page: Page, pointed = 0): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    const { left, top, width, height } = window.chat.launcher()!.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.move(x, y);
  await wait(pointed);
  page.mouse.click(x, y).catch(() => undefined);
}
