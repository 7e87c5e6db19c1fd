// Why: journeys on a website need a service, the website, an agent and a browser. Extend with kinds of pages.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { AgentSession } from '../../console/agent/session/agent-session.js';
import { agentAtWork } from './agent-at-work.js';
import { openBrowser } from './open-browser.js';
import { createService, type ServiceProcess } from './service-process.js';
import { openWebsite, type Website } from './website.js';

/** A website with chats, and all it needs. */
export interface Shop {
  browser: Browser;
  service: ServiceProcess;
  website: Website;
  agent: AgentSession;
  /** The body of the website's pages; `NONCE` is replaced by the nonce that scripts and styles need. */
  placed: string;
}

/**
 * Fills in a suite's context, which stays the same object: later changes of `placed` apply to later pages.
 */
export async function openShop(shop: Shop): Promise<void> {
  shop.placed = '';
  shop.service = await createService();
  await shop.service.start();
  shop.website = await openWebsite({ service: shop.service.url, body: () => shop.placed });
  shop.browser = await openBrowser({ keepsPages: true });
  shop.agent = await agentAtWork(shop.service);
}

export async function closeShop({ agent, browser, website, service }: Shop): Promise<void> {
  agent?.destroy();
  await browser?.close();
  await website?.close();
  await service?.stop('SIGKILL');
}

/** Creates a widget for the shop. Returns the tag that places it, with further attributes. */
export async function createWidget(
  { service, website }: Shop,
  widget: object = {},
  attributes = '',
): Promise<string> {
  const { status, body } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
    name: 'Shop',
    domains: [website.origin],
    ...widget,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return `<connect-chat-widget widget-id="${body.widgetId}" ${attributes}></connect-chat-widget>`;
}

/** The script tag that loads the element. */
export const elementScript = ({ service }: Shop): string =>
  `<script type="module" src="${service.url}/connect-chat-widget.js"></script>`;

/** A visitor's page, and the problems that it logged; a journey ends with none. */
export interface Visit {
  page: Page;
  problems: string[];
  /** The number of open sockets. */
  openSockets(): number;
}

export interface VisitOptions extends BrowserContextOptions {
  /** Runs in the page before everything else. */
  before?: () => void;
  path?: string;
}

export async function visit(
  { browser, website }: Shop,
  { before, path = '/', ...options }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  const watched = watch(page);
  page.setDefaultTimeout(90_000);
  await page.goto(website.origin + path);
  return watched;
}

/** Records a page's problems and its sockets. */
export function watch(page: Page): Visit {
  const problems: string[] = [];
  let sockets = 0;
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('websocket', (socket) => {
    sockets += 1;
    socket.on('close', () => (sockets -= 1));
  });
  return { page, problems, openSockets: () => sockets };
}

/** Waits at most half a minute for a condition that no page reports. */
export async function eventually(isSo: () => boolean | Promise<boolean>, page: Page): Promise<void> {
  const until = Date.now() + 30_000;
  while (!(await isSo())) {
    if (Date.now() > until) throw new Error(`Timed out waiting for ${String(isSo)}`);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
