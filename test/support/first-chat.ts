// Why: a newcomer's first chat is both a journey and a timed bench. Extend with what a newcomer clicks.
import type { Browser, Page } from 'playwright-core';
import { hear, say } from './people.js';

const password = 'correct horse battery';

/** Goes from the set-up link to an answered chat, in two windows. Returns the steps in order. */
export async function firstChat(browser: Browser, setUpLink: string): Promise<string[]> {
  const context = await browser.newContext();
  context.setDefaultTimeout(90_000);
  const agent = await context.newPage();
  const done: string[] = [];
  const press = async (page: Page, name: string, role: 'button' | 'link' = 'button'): Promise<void> => {
    await page.getByRole(role, { name, exact: true }).click();
    done.push(`press ${name}`);
  };
  const write = async (page: Page, text: string): Promise<void> => {
    await say(page, text);
    done.push(`write "${text}"`);
  };
  await agent.goto(setUpLink);
  done.push('open the set-up link');
  await agent.getByLabel('Username').fill('ada');
  await agent.getByLabel('Name', { exact: false }).last().fill('Ada');
  for (const box of await agent.locator('input[type=password]').all()) await box.fill(password);
  done.push('fill in the form');
  await press(agent, 'Create account');
  await press(agent, 'Go available');
  const opened = context.waitForEvent('page');
  await press(agent, 'Try it', 'link');
  const visitor = await opened;
  await press(visitor, 'Start chat');
  await write(visitor, 'Hello');
  await press(agent, 'Accept');
  await hear(agent, 'Hello');
  await write(agent, 'Hello, how can I help?');
  await hear(visitor, 'Hello, how can I help?');
  await context.close();
  return done;
}
