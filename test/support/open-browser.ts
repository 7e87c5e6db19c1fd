// Why: journeys run in a real browser. Extend with settings of a person's browser.
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';

/**
 * A headless Chromium. Rejects with what to install if there is none. `keepsPages` enables the back/forward
 * cache, which Playwright disables.
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
