// Why: the oldest browser that the widget is made for. Extend by what `Driver` comes to promise.
import { chromium } from 'playwright-core';
import { asJson, enterKey, type Driver } from './driver.js';

/** Opens a window of an old Chromium without a screen. */
export async function openChromium(executablePath: string): Promise<Driver> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
  const page = await context.newPage();
  // Not Playwright's own way: it needs `eval`, which a page's policy may deny.
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
