// Takes the pictures of the administrator's pages again, from a service of its own: npm run pictures
import { fileURLToPath } from 'node:url';
import { openBrowser } from '../../test/support/open-browser.js';
import { createAdministrator } from '../../test/support/people.js';
import { createService } from '../../test/support/service-process.js';

const service = await createService({});
await service.start();
const browser = await openBrowser();
const { page } = await createAdministrator(browser, service);
await page.setViewportSize({ width: 1280, height: 900 });
const take = (name: string, fullPage = false) =>
  page.screenshot({ path: fileURLToPath(new URL(name, import.meta.url)), fullPage, animations: 'disabled' });

await page.goto(`${service.url}/admin/`);
await page.getByRole('button', { name: 'Create widget' }).click();
await page.getByRole('textbox', { name: 'Name' }).fill('Corner bakery');
await page.locator('connect-chat-staff-dialog').getByRole('button', { name: 'Create widget' }).click();
const fill = (name: string, text: string) => page.getByRole('textbox', { name, exact: true }).fill(text);
await fill('Header colour', '#0a6b4f');
await fill('Customer bubble colour', '#0a6b4f');
await fill('Open chat icon background', '#0a6b4f');
await fill('Minimise chat icon background', '#0a6b4f');
await fill('Title', 'Ask the bakers');
const preview = page.frameLocator('iframe');
await preview.getByRole('dialog', { name: 'Ask the bakers' }).waitFor();
await preview.getByText('It is on its way').waitFor();
await page.evaluate(() => scrollTo(0, 0));
await take('customise-1-look.png');

await page.getByRole('button', { name: 'Next' }).click();
await page.getByRole('button', { name: 'Add domain' }).click();
await fill('Website 1', 'https://bakery.example');
await page.getByRole('radio', { name: /^Yes/ }).check();
await take('customise-2-websites.png');

await page.getByRole('button', { name: 'Save and continue' }).click();
await page.getByText('There is no key yet').waitFor();
await page.getByText('Waiting', { exact: true }).waitFor();
await take('customise-3-code.png', true);

await browser.close();
await service.stop('SIGKILL');
process.exit(0);
