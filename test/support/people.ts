// Why: journeys describe what people see and click. Extend with what they do.
import type { Browser, Locator, Page } from 'playwright-core';
import type { ServiceProcess } from './service-process.js';

const password = 'correct horse battery';

/** Problems that a page logged; a journey ends with none. */
export interface Watched {
  page: Page;
  problems: string[];
}

export async function openPage(browser: Browser, url: string): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.setDefaultTimeout(90_000);
  await page.goto(url);
  return { page, problems };
}

/** Follows the set-up link that a first start prints, up to the console. */
export async function createAdministrator(browser: Browser, service: ServiceProcess): Promise<Watched> {
  const link = /http\S+\/setup\/#\S+/.exec(service.output())![0];
  const watched = await openPage(browser, link);
  const { page } = watched;
  await page.getByLabel('Username').fill('ada');
  await page.getByLabel('Name', { exact: false }).last().fill('Ada');
  for (const box of await page.locator('input[type=password]').all()) await box.fill(password);
  await page.getByRole('button', { name: /create/i }).click();
  await page.waitForURL(/\/agent\//);
  await page.getByLabel('Status').waitFor();
  return watched;
}

export async function signIn(browser: Browser, service: ServiceProcess, username: string): Promise<Watched> {
  const watched = await openPage(browser, `${service.url}/agent/`);
  const { page } = watched;
  await page.getByRole('textbox', { name: 'Username' }).fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Status').selectOption({ label: 'Available' });
  return watched;
}

/** Creates an agent's account by REST; `more` has further members. */
export const createAgent = (service: ServiceProcess, username: string, maxChats = 20, more: object = {}) =>
  service.rest('POST', '/api/agents', { username, displayName: username, password, maxChats, ...more });

export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await page.getByRole('button', { name: 'Send' }).click();
}

/** Waits until the transcript shows a text. */
export const hear = (page: Page, text: string): Promise<void> =>
  page.getByRole('log').getByText(text, { exact: true }).waitFor();

/** Ends the first chat of the console, or the one in a part of it, and confirms. */
export async function endAsAgent(page: Page, within: Page | Locator = page): Promise<void> {
  await within.getByRole('button', { name: 'End chat' }).first().click();
  await page.getByRole('dialog', { name: 'End this chat?' }).waitFor();
  // The buttons are slotted into the dialog, so they aren't its descendants.
  await page.locator('connect-chat-desk-question').getByRole('button', { name: 'End chat' }).click();
}
