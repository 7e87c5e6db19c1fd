import { suite } from 'uvu';
import type { Browser, Page } from 'playwright-core';
import * as assert from 'uvu/assert';
import { isWithoutBarriers, violationsOf } from '../support/axe.js';
import { openBrowser } from '../support/open-browser.js';
import { createAdministrator, createAgent, signIn } from '../support/people.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { signToken } from '../support/sign-token.js';

interface Pages {
  service: ServiceProcess;
  browser: Browser;
  page: Page;
  widgetId: string;
}

const admin = suite<Pages>("accessibility of the administrators' pages");
admin.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.browser = await openBrowser();
  const { service, browser } = context;
  context.page = (await createAdministrator(browser, service)).page;
  // Text that is still fading in fails the contrast check.
  await context.page.emulateMedia({ reducedMotion: 'reduce' });
  const { body } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
    name: 'Corner shop',
    domains: ['https://shop.example'],
    preChat: [{ name: 'topic', label: 'Topic', type: 'select', options: ['Order', 'Return'] }],
    survey: { kind: 'STARS' },
    away: { whenClosed: 'LEAVE_MESSAGE' },
  });
  context.widgetId = body.widgetId;
});
admin.after(async ({ browser, service }) => {
  await browser?.close();
  await service?.stop('SIGKILL');
});

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const named = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
/** Finds content that is slotted into a dialog: it is beside the dialog in the tree, not inside. */
const inDialog = (page: Page, name: string) =>
  page.locator('connect-chat-staff-dialog').getByRole('button', { name, exact: true }).click();
const goTo = async ({ page, service, widgetId }: Pages, step: string): Promise<void> => {
  await page.goto(`${service.url}/admin/#/widgets/${widgetId}/${step}`);
  await page.getByRole('navigation', { name: 'Steps' }).waitFor();
};

admin('the list of widgets, and its dialogs', async ({ page, service }) => {
  await page.goto(`${service.url}/admin/`);
  await page.getByRole('heading', { name: 'Corner shop' }).waitFor();
  await isWithoutBarriers(page, 'admin: widgets');
  await press(page, 'Create widget');
  await page.getByRole('dialog', { name: 'Create widget' }).waitFor();
  await isWithoutBarriers(page, 'admin: creating a widget');
  await inDialog(page, 'Create widget');
  await page.getByText('Enter a name').waitFor();
  await isWithoutBarriers(page, 'admin: creating a widget without a name');
  await inDialog(page, 'Cancel');
  await press(page, 'Delete Corner shop');
  await page.getByRole('dialog', { name: 'Delete Corner shop' }).waitFor();
  await isWithoutBarriers(page, 'admin: deleting a widget');
  await inDialog(page, 'Cancel');
  await page.route('**/api/widgets', (route) => route.fulfill({ json: [] }));
  await page.reload();
  await page.getByRole('button', { name: 'Create your first widget' }).waitFor();
  await isWithoutBarriers(page, 'admin: no widgets');
  await page.unroute('**/api/widgets');
});

admin('the look of a widget', async (context) => {
  const { page } = context;
  await goTo(context, 'look');
  await page.frameLocator('iframe').getByRole('dialog').waitFor();
  await isWithoutBarriers(page, 'admin: look');
  for (const moment of await page.getByLabel('State').getByRole('option').allInnerTexts()) {
    await page.getByLabel('State').selectOption({ label: moment });
    assert.equal(await violationsOf(page), [], `the preview, ${moment}`);
  }
  const folded = page.locator('details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
  await isWithoutBarriers(page, 'admin: look, unfolded');
  await named(page, 'Header colour').fill('blue');
  await named(page, 'Agent bubble colour').fill('#7a8aa0');
  await named(page, 'Label').first().fill('');
  await isWithoutBarriers(page, 'admin: look, with mistakes');
});

admin('a mistake in another step, and unsaved changes', async (context) => {
  const { page } = context;
  await page.getByRole('link', { name: '2 Websites and security' }).click();
  await page.getByRole('button', { name: 'Add domain' }).waitFor();
  await isWithoutBarriers(page, 'admin: a mistake of another step');
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await isWithoutBarriers(page, 'admin: leaving without saving');
  await inDialog(page, 'Leave without saving');
  await page.getByRole('heading', { name: 'Accounts' }).waitFor();
});

admin('websites and tokens', async (context) => {
  const { page } = context;
  await goTo(context, 'sites');
  await page.getByRole('button', { name: 'Add domain' }).waitFor();
  await isWithoutBarriers(page, 'admin: websites');
  await press(page, 'Add domain');
  await named(page, 'Website 2').fill('other.example');
  await page.getByText('Start with https://. Did you mean https://other.example?').waitFor();
  await page.getByRole('radio', { name: /^Yes/ }).check();
  await isWithoutBarriers(page, 'admin: websites, with a mistake and tokens');
  await press(page, 'Discard');
});

admin('the code, with and without tokens', async (context) => {
  const { page, service, widgetId } = context;
  await goTo(context, 'code');
  await page.getByRole('region', { name: 'the tag' }).waitFor();
  await isWithoutBarriers(page, 'admin: code');
  await service.rest('PATCH', `/api/widgets/${widgetId}`, { security: { required: true } });
  await page.reload();
  await page.getByText('No key yet.').waitFor();
  await isWithoutBarriers(page, 'admin: code with tokens');
  await press(page, 'Create key');
  const key = await page.getByRole('region', { name: 'security key' }).textContent();
  await isWithoutBarriers(page, 'admin: a new key');
  await press(page, 'Delete key');
  await page.getByRole('dialog', { name: 'Delete this key?' }).waitFor();
  await isWithoutBarriers(page, 'admin: deleting a key');
  await inDialog(page, 'Keep key');

  const iat = Math.floor(Date.now() / 1000);
  const payload = { sub: widgetId, iat, exp: iat + 600 };
  await named(page, 'Token').fill(signToken({ key: key!, payload }));
  await press(page, 'Test token');
  await page.getByText('This token works.').waitFor();
  await isWithoutBarriers(page, 'admin: a token that works');
  await named(page, 'Token').fill(signToken({ key: key!, payload: { ...payload, sub: 'other' } }));
  await press(page, 'Test token');
  await page.getByText('A chat can’t start with this token:').waitFor();
  await isWithoutBarriers(page, 'admin: a token that does not');

  await fetch(`${service.url}/widgets/${widgetId}/configuration`, {
    headers: { origin: 'https://other.example' },
  });
  await page.getByRole('button', { name: 'Allow https://other.example' }).waitFor();
  await isWithoutBarriers(page, 'admin: a website that was blocked');
});

admin('the history, and a conflict of two editors', async (context) => {
  const { page, service, widgetId } = context;
  await goTo(context, 'history');
  await page.getByRole('list', { name: 'Versions, newest first' }).waitFor();
  await isWithoutBarriers(page, 'admin: history');
  await goTo(context, 'look');
  await named(page, 'Title').fill('Mine');
  await page.route(`**/api/widgets/${widgetId}`, (route) =>
    route.request().method() === 'GET' ? route.continue() : route.abort(),
  );
  await press(page, 'Save');
  await page.getByRole('alert').getByText(/./).first().waitFor();
  await isWithoutBarriers(page, 'admin: not saved: the service is down');
  await page.unroute(`**/api/widgets/${widgetId}`);
  await service.rest('PATCH', `/api/widgets/${widgetId}`, { texts: { title: 'Theirs' } });
  await press(page, 'Save');
  await page.getByRole('dialog', { name: /saved while you were editing/ }).waitFor();
  await isWithoutBarriers(page, 'admin: conflict');
  await inDialog(page, 'Discard mine');
});

admin('accounts', async ({ page, service }) => {
  await createAgent(service, 'maria');
  await page.goto(`${service.url}/admin/#/accounts`);
  await page.getByText('maria').first().waitFor();
  await isWithoutBarriers(page, 'admin: accounts');
  await press(page, 'Add account');
  await page.getByRole('dialog', { name: 'Add account' }).waitFor();
  await isWithoutBarriers(page, 'admin: adding an account');
  await inDialog(page, 'Add account');
  await page.getByText('Enter a name.').waitFor();
  await isWithoutBarriers(page, 'admin: adding an account, with mistakes');
  await inDialog(page, 'Cancel');
  await press(page, 'Edit maria');
  await page.getByRole('dialog').waitFor();
  await isWithoutBarriers(page, 'admin: changing an account');
  await inDialog(page, 'Cancel');
  await press(page, 'Reset password of maria');
  await page.getByRole('dialog').waitFor();
  await isWithoutBarriers(page, 'admin: resetting a password');
  await inDialog(page, 'Cancel');
  await press(page, 'Disable maria');
  await page.getByRole('dialog', { name: 'Disable maria?' }).waitFor();
  await isWithoutBarriers(page, 'admin: disabling an account');
  await inDialog(page, 'Cancel');
});

admin('a missing right, and an expired session', async ({ page, browser, service }) => {
  const agent = await signIn(browser, service, 'maria');
  await agent.page.goto(`${service.url}/admin/`);
  await agent.page.getByRole('heading', { name: 'Administrators only' }).waitFor();
  await isWithoutBarriers(agent.page, 'admin: administrators only');
  await agent.page.context().close();
  await page.context().clearCookies();
  await press(page, 'Disable maria');
  await inDialog(page, 'Disable');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await isWithoutBarriers(page, 'admin: signing in again');
});
admin.run();
