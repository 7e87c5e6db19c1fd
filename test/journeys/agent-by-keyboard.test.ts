import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page } from 'playwright-core';
import type { ChatSession } from '../../client/chat-session.js';
import { isWithoutBarriers } from '../support/axe.js';
import { isAt, tabTo } from '../support/keyboard.js';
import { openBrowser } from '../support/open-browser.js';
import { createAgent, openPage } from '../support/people.js';
import { createVisitor, until } from '../support/programs.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

interface Shift {
  service: ServiceProcess;
  browser: Browser;
  page: Page;
  problems: string[];
  nina: ChatSession;
  omar: ChatSession;
}

const finder = 'Find chats, commands, and more';
const find = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('Control+k');
  await isAt(page, finder);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
};
const heard = (visitor: ChatSession, text: string): Promise<void> =>
  until(
    () => visitor.items.some(({ content }) => content === text),
    (changed) => visitor.on('items', changed),
  );

const shift = suite<Shift>('an agent’s shift by keyboard only');
shift.before(async (context) => {
  const { service } = Object.assign(context, { service: await createService() });
  await service.start();
  const { body } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', { name: 'Shop' });
  await service.rest('PUT', '/api/queues/default', {
    name: 'Default queue',
    wrapUp: { seconds: 300, dispositions: ['Solved'], tags: ['Delivery'] },
  });
  await service.rest('POST', '/api/canned-replies', {
    shortcut: 'moment',
    text: 'One moment, {{customer.name}}.',
  });
  await createAgent(service, 'maria');
  context.browser = await openBrowser();
  Object.assign(context, await openPage(context.browser, `${service.url}/agent/`));
  context.page.setDefaultTimeout(30_000);
  await context.page.emulateMedia({ reducedMotion: 'reduce' });
  context.nina = createVisitor(service, body.widgetId, 'Nina');
  context.omar = createVisitor(service, body.widgetId, 'Omar');
});
shift.after(async ({ browser, service, nina, omar }) => {
  nina?.destroy();
  omar?.destroy();
  await browser?.close();
  await service?.stop('SIGKILL');
});

shift('begins with the sign-in, and with going available', async ({ page }) => {
  await tabTo(page, 'Username');
  await page.keyboard.type('maria');
  await tabTo(page, 'Password');
  await page.keyboard.type('correct horse battery');
  await page.keyboard.press('Enter');
  await page.getByLabel('Status').waitFor();
  await page.keyboard.press('Control+k');
  await isAt(page, finder);
  await isWithoutBarriers(page, 'console: command palette');
  await page.keyboard.type('go available');
  await page.keyboard.press('Enter');
  await page.locator('select').filter({ hasText: 'Available' }).waitFor();
  await page.waitForFunction(() => {
    const console = document.querySelector('connect-chat-agent-console')!.shadowRoot!;
    return console.querySelector('connect-chat-agent-desk')!.session.status === 'AVAILABLE';
  });
});

shift('shows its keys', async ({ page }) => {
  await page.keyboard.press('Shift+?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await isAt(page, 'Close');
  await isWithoutBarriers(page, 'console: keyboard shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

shift('accepts chats, and declines none by mistake', async ({ page, nina, omar }) => {
  await nina.send('Where is my parcel?');
  await page.getByRole('region', { name: /^New chat/ }).waitFor();
  await page.keyboard.press('Alt+a');
  await isAt(page, 'Message');
  await omar.send('Hello');
  await page.getByRole('region', { name: /^New chat/ }).waitFor();
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('region', { name: 'Chat with Omar' }).waitFor();
});

shift('goes from chat to chat, and answers', async ({ page, nina, omar }) => {
  await page.keyboard.press('Alt+1');
  await page.getByRole('button', { name: 'Nina' }).and(page.locator('[aria-current]')).waitFor();
  await isAt(page, 'Message');
  await page.keyboard.type('It left yesterday.');
  await page.keyboard.press('Enter');
  await heard(nina, 'It left yesterday.');
  await find(page, 'omar');
  await isAt(page, 'Message');
  await find(page, '/moment');
  await isAt(page, 'Message');
  await page.keyboard.press('Enter');
  await heard(omar, 'One moment, Omar.');
});

shift('writes a private note', async ({ page, omar }) => {
  await page.keyboard.press('Alt+n');
  await isAt(page, 'Private note');
  await page.keyboard.type('Called twice');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Private note from maria').waitFor();
  assert.not(omar.items.some(({ content }) => content?.includes('Called twice')));
});

shift('ends a chat after a confirmation, and does the after-contact work', async ({ page, service }) => {
  await page.keyboard.press('Alt+e');
  await isAt(page, 'Cancel');
  await tabTo(page, 'End chat');
  await page.keyboard.press('Enter');
  const chat = page.getByRole('region', { name: 'Chat with Omar' });
  const done = chat.getByRole('button', { name: 'Done' });
  await done.waitFor();
  await page.keyboard.press('Alt+2');
  await tabTo(page, 'Done');
  await page.keyboard.press('Enter');
  await chat.getByRole('button', { name: 'Close', exact: true }).waitFor();
  await tabTo(page, 'Close');
  await page.keyboard.press('Enter');
  await chat.waitFor({ state: 'detached' });
  const { body } = await service.rest<{ contacts: { state: string }[] }>('GET', '/api/contacts');
  assert.equal(body.contacts.map(({ state }) => state).sort(), ['ACTIVE', 'ENDED']);
});

shift('leaves nothing in the log of the browser', ({ problems }) => {
  assert.equal(
    problems.filter((problem) => !problem.includes('401')),
    [],
  );
});
shift.run();
