import type { CDPSession, Page, Response } from 'playwright-core';
import { openBrowser } from '../../test/support/open-browser.js';
import { placeProbe } from './in-page.js';
import type { Subject } from './subject.js';

/** The factor by which the page's main thread is slowed down. */
const slowedDown = 4;
/** Time limit of an answer in milliseconds. */
export const answersWithin = 60_000;

export interface Visit {
  page: Page;
  devtools: CDPSession;
  /** All responses except the page itself. */
  fetched: Response[];
  /** Chromium's own counters: durations in seconds, sizes in bytes. */
  counters(): Promise<Record<string, number>>;
  go(): Promise<void>;
}

/** Opens a page in a new browser, with the storage of an earlier visit and a slowed processor. */
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
    // tsx wraps functions with a helper that pages don't have.
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

/** The answer, or undefined if there is none within a minute. */
export async function inTime<Value>(answer: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), answersWithin);
  });
  // Requests that are pending when the browser closes fail.
  answer.catch(() => undefined);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** A pause that is part of a measurement: a page settles, a person pauses. */
export const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
