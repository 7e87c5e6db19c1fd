// Why: the oldest browser that the widget supports. Extend with what is added to `Driver`.
import { chromium } from 'playwright-core';
import { asJson, enterKey, type Driver } from './driver.js';

/** Opens a window of an old headless Chromium. */
export async function openChromium(executablePath: string): Promise<Driver> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  // Playwright's own way needs `eval`, which a page's policy may forbid.
  const devTools = await context.newCDPSession(page);
  return {
    version: `Chromium ${browser.version()}`,
    open: async (url) => void (await page.goto(url)),
    back: async () => void (await page.goBack({ waitUntil: 'commit' })),
    reload: async () => void (await page.reload()),
    async evaluate(expression) {
      const { result, exceptionDetails } = await devTools.send('Runtime.evaluate', {
        expression: asJson(expression),
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return JSON.parse(result.value as string) as unknown;
    },
    click: ({ x, y }) => page.mouse.click(x, y),
    async type(text) {
      for (const key of text)
        await (key === enterKey ? page.keyboard.press('Enter') : page.keyboard.type(key));
    },
    close: () => browser.close(),
  };
}
