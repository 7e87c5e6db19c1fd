import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page } from 'playwright-core';
import { isStaffPageWithoutBarriers } from '../support/axe.js';
import { openBrowser } from '../support/open-browser.js';
import { createAdministrator, openPage } from '../support/people.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

interface Pages {
  service: ServiceProcess;
  browser: Browser;
  setUpLink: string;
  page: Page;
}

const journey = suite<Pages>('the pages of staff without barriers');
journey.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.setUpLink = /http\S+\/setup\/#\S+/.exec(context.service.output())![0];
  context.browser = await openBrowser();
});
journey.after(async ({ browser, service }) => {
  await browser?.close();
  await service?.stop('SIGKILL');
});

journey('setting up: the form, and what is wrong with it', async ({ browser, setUpLink }) => {
  const { page } = await openPage(browser, setUpLink);
  await page.getByRole('heading', { name: 'Create your administrator account' }).waitFor();
  await isStaffPageWithoutBarriers(page, 'set-up');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('Choose a username.').waitFor();
  await isStaffPageWithoutBarriers(page, 'set-up with mistakes');
  await page.context().close();
});

journey('a link that was used says so before the form', async (context) => {
  const { browser, service, setUpLink } = context;
  context.page = (await createAdministrator(browser, service)).page;
  const { page } = await openPage(browser, setUpLink);
  await page.getByRole('heading', { name: 'This link has already been used or has expired' }).waitFor();
  assert.is(await page.getByRole('textbox').count(), 0);
  await isStaffPageWithoutBarriers(page, 'a used link');
  await page.context().close();
});

journey('signing in, and a password that is wrong', async ({ browser, service }) => {
  const { page } = await openPage(browser, `${service.url}/agent/`);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await isStaffPageWithoutBarriers(page, 'sign-in');
  await page.getByRole('textbox', { name: 'Username' }).fill('ada');
  await page.getByRole('textbox', { name: 'Password' }).fill('a wrong password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Username or password is wrong.').waitFor();
  await isStaffPageWithoutBarriers(page, 'sign-in refused');
  await page.context().close();
});

journey('an agent who is offline, and whose connection is lost', async ({ page, service }) => {
  await page.getByRole('button', { name: 'Go available' }).waitFor();
  await isStaffPageWithoutBarriers(page, 'offline');
  await service.stop('SIGKILL');
  await page.getByText(/Connection lost/).waitFor();
  await isStaffPageWithoutBarriers(page, 'connection lost');
  await service.start();
  await page.getByText(/Connection lost/).waitFor({ state: 'detached' });
});

journey("the administrator's pages", async ({ page, service }) => {
  await page.goto(`${service.url}/admin/`);
  await page.getByRole('heading', { name: 'Widgets' }).waitFor();
  await isStaffPageWithoutBarriers(page, 'widgets');
  await page.goto(`${service.url}/admin/#/accounts`);
  await page.getByRole('heading', { name: 'Accounts' }).waitFor();
  await isStaffPageWithoutBarriers(page, 'accounts');
});
journey.run();
