import type { CDPSession, Page, Response } from 'playwright-core';
import { openBrowser } from '../../test/support/open-browser.js';
import { placeProbe } from './in-page.js';
import type { Subject } from './subject.js';

/** How many times slower than this machine the page's main thread runs. */
const slowedDown = 4;
/** Milliseconds after which there is no answer. */
export const answersWithin = 60_000;

export interface Visit {
  page: Page;
  devtools: CDPSession;
  /** Everything that the page has fetched, without itself. */
  fetched: Response[];
  /** Chromium's own counters: durations in seconds, sizes in bytes. */
  counters(): Promise<Record<string, number>>;
  go(): Promise<void>;
}

/** A page of a browser of its own, with what an earlier visit has left and a slowed processor. */
export async function visit<Result>(
  { subject, address, items }: { subject: Subject; address: string; items: number },
  use: (visit: Visit) => Promise<Result>,
): Promise<Result> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(answersWithin);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowedDown });
    // tsx names functions by a helper that a page does not have.
    await page.addInitScript('globalThis.__name = (target) => target;');
    await page.addInitScript(
      (kept) => Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value)),
      subject.kept(items),
    );
    await page.addInitScript(placeProbe);
    const fetched: Response[] = [];
    page.on('response', (response) => {
      if (response.url() !== address && !response.url().startsWith('data:')) fetched.push(response);
    });
    return await use({
      page,
      devtools,
      fetched,
      async counters() {
        const { metrics } = await devtools.send('Performance.getMetrics');
        return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
      },
      async go() {
        await page.goto(address, { waitUntil: 'load' });
      },
    });
  } finally {
    await browser.close();
  }
}

/** The answer, or undefined where there is none within a minute. */
export async function inTime<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answersWithin);
  });
  // What is still asked for when the browser is closed fails.
  answer.catch(() => undefined);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Time that is part of a measurement: a page settles, a person takes a breath. */
export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
