import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page } from 'playwright-core';
import type { ChatSession } from '../../client/chat-session.js';
import { isWithoutBarriers } from '../support/axe.js';
import { isAt } from '../support/keyboard.js';
import { openBrowser } from '../support/open-browser.js';
import { createAdministrator } from '../support/people.js';
import { createVisitor, until } from '../support/programs.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

interface Story {
  service: ServiceProcess;
  browser: Browser;
  page: Page;
  problems: string[];
  visitor: ChatSession;
}

const story = suite<Story>('canned replies');
story.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.browser = await openBrowser();
  Object.assign(context, await createAdministrator(context.browser, context.service));
  context.page.setDefaultTimeout(30_000);
  await context.page.emulateMedia({ reducedMotion: 'reduce' });
});
story.after(async ({ browser, service, visitor }) => {
  visitor?.destroy();
  await browser?.close();
  await service?.stop('SIGKILL');
});

story('are written on a page of their own', async ({ page, service }) => {
  await page.goto(`${service.url}/admin/`);
  await page.getByRole('link', { name: 'Canned replies' }).click();
  await page.getByText('There are no canned replies yet.').waitFor();
  await page.getByRole('button', { name: 'Add canned reply' }).click();
  const dialog = page.locator('connect-chat-canned-reply-dialog');
  await dialog.getByRole('textbox', { name: 'Shortcut' }).waitFor();
  await isWithoutBarriers(page, 'admin: adding a canned reply');
  await dialog.getByRole('button', { name: 'Add canned reply' }).click();
  await dialog.getByText('Enter what is inserted.').waitFor();
  await isWithoutBarriers(page, 'admin: adding a canned reply, with mistakes');
  for (const [name, text] of [
    ['Shortcut', 'order'],
    ['Text', 'Hi {{customer.name}}, {{agent.name}} here. Your order {{attribute.order}} is on its way.'],
    ['Folder', 'Orders'],
  ] as const)
    await dialog.getByRole('textbox', { name }).fill(text);
  await dialog.getByRole('button', { name: 'Add canned reply' }).click();
  await page.getByText('/order was saved.').waitFor();
  await isWithoutBarriers(page, 'admin: canned replies');
  await page.getByRole('button', { name: 'Delete /order' }).click();
  await page.getByRole('dialog', { name: 'Delete /order?' }).waitFor();
  await isWithoutBarriers(page, 'admin: deleting a canned reply');
  await page.getByRole('button', { name: 'Cancel' }).click();
});

story('are inserted by a slash, filled in, completed and sent', async (context) => {
  const { page, service } = context;
  const { body } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', { name: 'Shop' });
  context.visitor = createVisitor(service, body.widgetId, 'Nina');
  await context.visitor.send('Where is my parcel?');
  await page.goto(`${service.url}/agent/`);
  await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Available' });
  await page.getByRole('button', { name: 'Accept' }).click();
  const box = page.getByRole('textbox', { name: 'Message' });
  await box.click();
  await page.keyboard.type('/');
  await isAt(page, 'Search canned replies');
  await page.keyboard.type('ord');
  await page.getByRole('option', { name: /order/ }).waitFor();
  await isWithoutBarriers(page, 'console: choosing a canned reply');
  await page.keyboard.press('Enter');
  await isAt(page, 'Message');
  assert.is(await box.inputValue(), 'Hi Nina, Ada here. Your order [attribute.order] is on its way.');
  await page.keyboard.type('4711');
  await page.keyboard.press('Enter');
  await until(
    () =>
      context.visitor.items.some(
        ({ content }) => content === 'Hi Nina, Ada here. Your order 4711 is on its way.',
      ),
    (changed) => context.visitor.on('items', changed),
  );
});

story('are followed by after-contact work, where the queue has some', async ({ page, service, visitor }) => {
  await service.rest('PUT', '/api/queues/default', {
    name: 'Default queue',
    wrapUp: { seconds: 300, dispositions: ['Solved'], tags: ['Delivery'] },
  });
  const { contactId } = visitor;
  await visitor.end();
  await page.getByRole('button', { name: 'Wrap up' }).waitFor();
  await isWithoutBarriers(page, 'console: after-contact work');
  // A reload takes nothing away.
  await page.reload();
  await page.getByRole('combobox', { name: 'Disposition' }).selectOption('Solved');
  await page.getByRole('checkbox', { name: 'Delivery' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByText('No chats yet').waitFor({ state: 'attached' });
  const { body } = await service.rest<{ disposition: string; tags: string[] }>(
    'GET',
    `/api/contacts/${contactId}`,
  );
  assert.equal([body.disposition, body.tags], ['Solved', ['Delivery']]);
});

story('tell the console of no problem', ({ problems }) => {
  assert.equal(
    problems.filter((problem) => !problem.includes('401')),
    [],
  );
});
story.run();
