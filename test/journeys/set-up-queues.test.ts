import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page } from 'playwright-core';
import type { ChatSession } from '../../client/chat-session.js';
import { isWithoutBarriers } from '../support/axe.js';
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

const story = suite<Story>('queues and settings');
story.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.browser = await openBrowser();
  Object.assign(context, await createAdministrator(context.browser, context.service));
  context.page.setDefaultTimeout(60_000);
  await context.page.emulateMedia({ reducedMotion: 'reduce' });
});
story.after(async ({ browser, service, visitor }) => {
  visitor?.destroy();
  await browser?.close();
  await service?.stop('SIGKILL');
});

/** Where pictures are kept for somebody to look at; nothing is kept without it. */
const pictures = process.env.PICTURES;
const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};
const fill = (page: Page, name: string, text: string) =>
  page.getByRole('textbox', { name, exact: true }).fill(text);

story('are a page of their own, on which a queue is created with everything it has', async (context) => {
  const { page, service } = context;
  await page.goto(`${service.url}/admin/`);
  await page.getByRole('link', { name: 'Queues' }).click();
  await page.getByRole('link', { name: 'Default queue', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Add queue' }).click();
  await fill(page, 'Name', 'Sales');
  await page.getByRole('combobox', { name: 'When it is open' }).selectOption('At certain hours');
  await page.getByLabel('Time zone', { exact: true }).fill('Europe/Berlin');
  await page.getByRole('button', { name: 'Add hours to Saturday' }).click();
  await page.getByLabel('Saturday, closes').fill('12:00');
  await page.getByRole('button', { name: 'Add holiday' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Not saved. Check the marked fields.').waitFor();
  await isWithoutBarriers(page, 'admin: a queue, with mistakes');
  await page.getByRole('group', { name: 'holiday 1' }).getByLabel('Name').fill('Christmas');
  const named = page.getByRole('group', { name: 'Christmas' });
  await named.getByLabel('First day').fill('2026-12-24');
  await named.getByLabel('Last day').fill('2026-12-26');
  await page.getByRole('spinbutton', { name: 'Target, in seconds' }).fill('30');
  await page.getByRole('spinbutton', { name: 'Chats that may wait' }).fill('1');
  await page
    .getByRole('combobox', { name: 'If the queue is full' })
    .selectOption('Use the queue Default queue');
  await page.getByRole('checkbox', { name: 'Visitors who don’t answer' }).check();
  await page.getByRole('checkbox', { name: 'Agents who don’t answer' }).check();
  await page.getByRole('spinbutton', { name: 'Seconds for after-contact work' }).fill('60');
  await fill(page, 'Dispositions', 'Solved\nCall back');
  await fill(page, 'Tags', 'Refund');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Sales was saved.').waitFor();
  await page.getByRole('heading', { name: 'Sales', level: 1 }).waitFor();
  await isWithoutBarriers(page, 'admin: a queue');
  await picture(page, 'a-queue');
  const { body } = await service.rest<Record<string, unknown>>('GET', '/api/queues/sales');
  const { hoursOfOperation, idleTimes, wrapUp, maxContacts, overflowQueueId, serviceLevelSeconds } = body;
  assert.equal([maxContacts, overflowQueueId, serviceLevelSeconds], [1, 'default', 30]);
  assert.equal(wrapUp, { seconds: 60, dispositions: ['Solved', 'Call back'], tags: ['Refund'] });
  assert.equal(idleTimes, {
    customer: { warnAfterMinutes: 10, endAfterMinutes: 5 },
    agent: { warnAfterMinutes: 10, requeueAfterMinutes: 5 },
  });
  const { config, holidays } = hoursOfOperation as { config: unknown[]; holidays: unknown[] };
  assert.is(config.length, 6);
  assert.equal(holidays, [{ name: 'Christmas', from: '2026-12-24', till: '2026-12-26', hours: [] }]);
});

story('ask before changes are lost, and before a queue is deleted', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Name', exact: true }).first().fill('Other');
  await page.getByRole('link', { name: 'All queues' }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await page.getByRole('link', { name: 'Edit Sales' }).waitFor();
  await isWithoutBarriers(page, 'admin: queues');
  await picture(page, 'queues');
  await page.getByRole('button', { name: 'Delete Sales' }).click();
  await page.getByRole('dialog', { name: 'Delete Sales?' }).waitFor();
  await isWithoutBarriers(page, 'admin: deleting a queue');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByText('Sales was deleted.').waitFor();
});

story('give agents reasons for being away, and list what was changed', async ({ page }) => {
  await page.getByRole('link', { name: 'Settings' }).click();
  await fill(page, 'New reason', 'Lunch');
  await page.getByRole('button', { name: 'Add reason' }).click();
  await page.getByText('Lunch was added.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Delete Lunch' }).waitFor();
  await page.getByText('Deleted queue').waitFor();
  await isWithoutBarriers(page, 'admin: settings');
  await picture(page, 'settings');
});

story('let an agent be away once the last chat is over', async (context) => {
  const { page, service } = context;
  const { body } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', { name: 'Shop' });
  const visitor = (context.visitor = createVisitor(service, body.widgetId, 'Nina'));
  await visitor.send('Hello?');
  await page.goto(`${service.url}/agent/`);
  const status = page.getByRole('combobox', { name: 'Status' });
  await status.selectOption({ label: 'Available' });
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await status.focus();
  await status.selectOption({ label: 'Away: Lunch' });
  await status.getByText('Away: Lunch, after your chats').waitFor({ state: 'attached' });
  await isWithoutBarriers(page, 'console: away for a reason');
  await picture(page, 'away');
  await visitor.end();
  await until(
    () => visitor.state === 'ended',
    (changed) => visitor.on('state', changed),
  );
  await page.waitForFunction(
    () =>
      document
        .querySelector('connect-chat-agent-console')
        ?.shadowRoot?.querySelector('connect-chat-agent-desk')
        ?.shadowRoot?.querySelector('connect-chat-agent-bar')
        ?.shadowRoot?.querySelector('select')?.value === 'AWAY:lunch',
  );
});

story('tell the pages of no problem', ({ problems }) => {
  assert.equal(
    problems.filter((problem) => !problem.includes('401')),
    [],
  );
});
story.run();
