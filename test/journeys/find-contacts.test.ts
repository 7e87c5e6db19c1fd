import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page } from 'playwright-core';
import { WebSocket } from 'ws';
import type { ChatSession } from '../../client/chat-session.js';
import { isWithoutBarriers } from '../support/axe.js';
import { openBrowser } from '../support/open-browser.js';
import { createAdministrator, createAgent } from '../support/people.js';
import { newToken } from '../support/chats-with-files.js';
import { openFrames } from '../support/frames.js';
import { createVisitor, signInProgram } from '../support/programs.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

interface Story {
  service: ServiceProcess;
  browser: Browser;
  page: Page;
  problems: string[];
  visitors: ChatSession[];
}

const story = suite<Story>('finding contacts');
story.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.browser = await openBrowser();
  Object.assign(context, await createAdministrator(context.browser, context.service));
  context.page.setDefaultTimeout(30_000);
  await context.page.emulateMedia({ reducedMotion: 'reduce' });
  const { service } = context;
  const { body } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', { name: 'Corner shop' });
  context.visitors = ['Nina', 'Tom'].map((name) => createVisitor(service, body.widgetId, name));
  const [nina, tom] = context.visitors;
  await nina!.send('Où est mon Päckchen?');
  await noteAndEnd(service);
  await tom!.send('Hello there');
});
story.after(async ({ browser, service, visitors }) => {
  visitors?.forEach((visitor) => visitor.destroy());
  await browser?.close();
  await service?.stop('SIGKILL');
});

/** An agent accepts the chat that rings and writes a private note; then the chat ends. */
async function noteAndEnd(service: ServiceProcess): Promise<void> {
  const cookie = await signInProgram(service, 'ada');
  const socket = new WebSocket(`${service.url.replace('http', 'ws')}/agent/socket`, {
    headers: { origin: service.url, cookie },
  });
  const frames = openFrames(socket);
  await once(socket, 'open');
  frames.say({ type: 'hello', after: {} });
  frames.say({ type: 'status', status: 'AVAILABLE' });
  const { contact } = await frames.next('offer');
  const { contactId } = contact as { contactId: string };
  frames.say({ type: 'accept', contactId });
  await frames.next('contact');
  frames.say({ type: 'note', contactId, clientToken: newToken(), content: 'Refund promised' });
  await frames.next('ack');
  await service.rest('POST', `/api/contacts/${contactId}/end`, {});
  socket.close();
}

const search = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Words' }).fill(words);
  await page.getByRole('button', { name: 'Search' }).click();
};
const found = (page: Page) => page.getByRole('region', { name: 'Found contacts' });

story('a search finds a word that was said, whatever its accents', async ({ page, service }) => {
  await page.goto(`${service.url}/admin/`);
  await page.getByRole('link', { name: 'Contacts' }).click();
  await page.getByText('2 contacts').waitFor();
  await isWithoutBarriers(page, 'admin: contacts');
  await search(page, 'PACKCHEN');
  await page.getByText('1 contact', { exact: true }).waitFor();
  await found(page).getByRole('link', { name: 'Nina' }).waitFor();
  assert.match(page.url(), /#\/contacts\?q=PACKCHEN$/);
});

story('filters are in the address, and survive a reload', async ({ page }) => {
  await page.getByText('Filters').click();
  await page.getByLabel('State').selectOption({ label: 'Ended' });
  await page.getByLabel('Widget').selectOption({ label: 'Corner shop' });
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL(/state=ENDED/);
  await page.reload();
  await page.getByText('Filters (2)').waitFor();
  await found(page).getByRole('link', { name: 'Nina' }).waitFor();
  await isWithoutBarriers(page, 'admin: contacts, with filters');
  await search(page, 'nobody');
  await page.getByText('No contacts found.').waitFor();
  await isWithoutBarriers(page, 'admin: no contacts found');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByText('2 contacts').waitFor();
});

story('what was found is exported', async ({ page }) => {
  await search(page, 'refund');
  await page.getByText('1 contact', { exact: true }).waitFor();
  for (const [name, text] of [
    ['Export CSV', /"Nina"/],
    ['Export JSON', /"content":"Refund promised"/],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).click(),
    ]);
    const content = await readFile(await download.path(), 'utf8');
    assert.match(content, text);
    assert.not.match(content, /Tom/);
  }
});

story('a contact is read with its private notes, and erased', async ({ page }) => {
  await found(page).getByRole('link', { name: 'Nina' }).click();
  await page.getByRole('heading', { name: 'Nina' }).waitFor();
  const transcript = page.getByRole('region', { name: 'Transcript' });
  await transcript.getByText('Où est mon Päckchen?').waitFor();
  await transcript.getByText('Private note from Ada').waitFor();
  await isWithoutBarriers(page, 'admin: a contact');
  await page.getByRole('button', { name: 'Erase' }).click();
  await page.getByRole('dialog', { name: 'Erase this contact?' }).waitFor();
  await isWithoutBarriers(page, 'admin: erasing a contact');
  await page.locator('connect-chat-staff-dialog').getByRole('button', { name: 'Erase contact' }).click();
  await page.getByText('The contact was erased.').waitFor();
  await page.getByRole('link', { name: 'Back to all contacts' }).click();
  await page.getByText('No contacts found.').waitFor();
});

story('a supervisor has the contacts, and nothing else', async ({ browser, service, problems }) => {
  await createAgent(service, 'sue', 1, { role: 'supervisor' });
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${service.url}/admin/#/contacts?q=hello`);
  await page.getByRole('textbox', { name: 'Username' }).fill('sue');
  await page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await found(page).getByRole('link', { name: 'Tom' }).waitFor();
  assert.is(await page.getByRole('link', { name: 'Widgets' }).count(), 0);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} pixels wide on a phone`);
  await context.close();
  assert.equal(problems, []);
});
story.run();
