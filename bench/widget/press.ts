import type { Page } from 'playwright-core';
import { wait } from './visit.js';

/**
 * Presses what opens the chat, so many milliseconds after the pointer has come to it. It does not wait for the page's
 * answer: a page that draws ten thousand items gives none for long.
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
