// Takes the pictures of the docs again, from a service of its own: npm run pictures
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../test/support/open-browser.js';
import { createAdministrator, createAgent, hear, openPage, say, signIn } from '../../test/support/people.js';
import { createService, type ServiceProcess } from '../../test/support/service-process.js';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const take = (page: Page, name: string, fullPage = false) =>
  page.screenshot({ path: here(name), fullPage, animations: 'disabled' });

const service = await createService({});
await service.start();
const browser = await openBrowser();
const { page: admin } = await createAdministrator(browser, service);
await takeWidgetPages(admin);
await takeChat(browser, service);
await browser.close();
await service.stop('SIGKILL');
process.exit(0);

/** The three steps of making a widget. */
async function takeWidgetPages(page: Page): Promise<void> {
  const fill = (name: string, text: string) => page.getByRole('textbox', { name, exact: true }).fill(text);
  const preview = page.frameLocator('iframe');
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${service.url}/admin/`);
  await page.getByRole('button', { name: 'Create widget' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Corner bakery');
  await page.locator('connect-chat-staff-dialog').getByRole('button', { name: 'Create widget' }).click();
  await fill('Brand colour', '#0a6b4f');
  await fill('Title', 'Ask the bakers');
  await preview.getByRole('dialog', { name: 'Ask the bakers' }).waitFor();
  await preview.getByText('It’s on its way').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await take(page, 'customise-1-look.png');

  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Add domain' }).click();
  await fill('Website 1', 'https://bakery.example');
  await page.getByRole('radio', { name: /^Yes/ }).check();
  await take(page, 'customise-2-websites.png');

  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.getByText('No key yet').waitFor();
  await take(page, 'customise-3-code.png', true);
}

/** A visitor on the sample page beside the agent at the console. */
async function takeChat(browser: Browser, service: ServiceProcess): Promise<void> {
  await createAgent(service, 'Maria');
  const agent = (await signIn(browser, service, 'Maria')).page;
  await agent.setViewportSize({ width: 1000, height: 760 });
  const visitor = (await openPage(browser, `${service.url}/demo/`)).page;
  await visitor.setViewportSize({ width: 560, height: 760 });
  await visitor.getByRole('button', { name: 'Start chat' }).click();
  await say(visitor, 'Do you have plum cake today?');
  await agent.getByRole('button', { name: 'Accept' }).click();
  await say(agent, 'We do. Three left, still warm.');
  await hear(visitor, 'We do. Three left, still warm.');
  await say(visitor, 'Lovely. Could you keep one until five?');
  await hear(agent, 'Lovely. Could you keep one until five?');
  await say(agent, 'Of course. It’s yours.');
  await hear(visitor, 'Of course. It’s yours.');
  await agent.mouse.move(0, 0);
  const pictures = await Promise.all(
    [visitor, agent].map((page) => page.screenshot({ animations: 'disabled' })),
  );
  const both = await (await browser.newContext({ viewport: { width: 1620, height: 800 } })).newPage();
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`);
  await both.setContent(
    `<style>body { display: flex; gap: 20px; margin: 0; padding: 20px; background: #dfe4ec }
     img { border-radius: 10px; box-shadow: 0 4px 24px #0003 }</style>${images.join('')}`,
  );
  await take(both, 'chat.png');
}
