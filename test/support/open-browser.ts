// Why: journeys are walked by a real browser. Extend with what a person's browser can be set to.
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';

/**
 * A Chromium without a window; rejects with what to install where there is none. With `keepsPages` it has the
 * back/forward cache that people's browsers have, and Playwright's otherwise has not.
 */
export async function openBrowser({ keepsPages = false } = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found: install one, or set CHROME_PATH.');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    ...(keepsPages && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  });
}
