// Why: a newcomer's first chat is told as a journey, and timed as a bench. Extend with what a newcomer presses.
import type { Browser, Page } from 'playwright-core';
import { hear, say } from './people.js';

const password = 'correct horse battery';

/** Goes from the set-up link to a chat that was answered, in two windows; what was pressed and typed, in order. */
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
