import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page } from 'playwright-core';
import type { ChatSession } from '../../client/chat-session.js';
import { isWithoutBarriers } from '../support/axe.js';
import { focused, isAt, tabTo } from '../support/keyboard.js';
import { openBrowser } from '../support/open-browser.js';
import { createAgent, hear, signIn } from '../support/people.js';
import { createVisitor, until } from '../support/programs.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

interface Shift {
  service: ServiceProcess;
  browser: Browser;
  widgetId: string;
  maria: Page;
  bea: Page;
  problems: string[];
  visitor: ChatSession;
}

const told = 'We’re transferring you to someone who can help.';
const secret = 'Refunded twice already';
const chat = (page: Page) => page.getByRole('region', { name: 'Chat with Nina' });
const box = (page: Page) => chat(page).getByRole('textbox', { name: 'Message' });
const heard = (visitor: ChatSession, text: string): Promise<void> =>
  until(
    () => visitor.items.some(({ content }) => content === text),
    (changed) => visitor.on('items', changed),
  );

const shift = suite<Shift>('a chat that is handed over');
shift.before(async (context) => {
  const { service } = Object.assign(context, { service: await createService() });
  await service.start();
  const { browser } = Object.assign(context, { browser: await openBrowser() });
  const { body } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', { name: 'Shop' });
  context.widgetId = body.widgetId;
  await service.rest('PUT', '/api/queues/billing', { name: 'Billing' });
  await createAgent(service, 'maria');
  const maria = await signIn(browser, service, 'maria');
  await createAgent(service, 'bea', 20, { queues: ['billing'] });
  const bea = await signIn(browser, service, 'bea');
  Object.assign(context, { maria: maria.page, bea: bea.page, problems: maria.problems });
  for (const page of [maria.page, bea.page]) page.setDefaultTimeout(30_000);
  for (const page of [maria.page, bea.page]) await page.emulateMedia({ reducedMotion: 'reduce' });
  context.visitor = createVisitor(service, context.widgetId, 'Nina');
  await context.visitor.send('Where is my refund?');
});
shift.after(async ({ browser, service, visitor }) => {
  visitor?.destroy();
  await browser?.close();
  await service?.stop('SIGKILL');
});

shift('gets a private note, which only staff see', async ({ maria }) => {
  await maria.getByRole('button', { name: 'Accept' }).click();
  await box(maria).waitFor();
  await chat(maria).getByRole('button', { name: 'Add note' }).click();
  await isAt(maria, 'Private note');
  await isWithoutBarriers(maria, 'console: writing a private note');
  await chat(maria).getByRole('textbox', { name: 'Private note' }).fill(secret);
  await maria.keyboard.press('Control+Enter');
  await hear(maria, secret);
  await chat(maria).getByText('Private note from maria').waitFor();
  await isWithoutBarriers(maria, 'console: a private note');
});

shift('goes to a queue, with a note', async ({ maria, visitor }) => {
  await chat(maria).getByRole('button', { name: 'Transfer' }).click();
  const dialog = maria.getByRole('dialog', { name: 'Transfer chat' });
  await dialog.waitFor();
  await maria.locator('connect-chat-transfer-dialog').getByText('Billing').waitFor();
  await isWithoutBarriers(maria, 'console: choosing where a chat is transferred to');
  await maria.getByRole('searchbox', { name: 'Search queues and agents' }).fill('bill');
  await maria.getByRole('textbox', { name: /^Note for your colleague/ }).fill('Please call the bank');
  await maria
    .locator('connect-chat-transfer-dialog')
    .getByRole('button', { name: 'Transfer', exact: true })
    .click();
  await maria.getByText("Nina's chat was transferred to Billing.").waitFor();
  assert.is(await chat(maria).count(), 0);
  await heard(visitor, told);
  await isWithoutBarriers(maria, 'console: a chat was transferred');
});

shift('is read with its notes before it is accepted', async ({ bea, visitor }) => {
  const offer = bea.getByRole('region', { name: /^New chat/ });
  await offer.getByText('Transferred by maria').waitFor();
  await offer.getByText('Please call the bank').waitFor();
  await isWithoutBarriers(bea, 'console: a transferred chat rings');
  await bea.getByRole('button', { name: 'Read transcript' }).click();
  await hear(bea, 'Where is my refund?');
  await hear(bea, secret);
  await isWithoutBarriers(bea, 'console: a transcript before accepting');
  await bea.locator('connect-chat-offer-preview').getByRole('button', { name: 'Accept' }).click();
  await box(bea).fill('I called the bank.');
  await chat(bea).getByRole('button', { name: 'Send' }).click();
  await heard(visitor, 'I called the bank.');
  await hear(bea, 'Where is my refund?');
});

shift('goes back to the first agent, by keyboard alone', async ({ bea, maria }) => {
  await box(bea).focus();
  await tabTo(bea, 'Transfer', 'Shift+Tab');
  await bea.keyboard.press('Enter');
  await isAt(bea, 'Search queues and agents');
  await bea.locator('connect-chat-transfer-dialog').getByText('maria').waitFor();
  await bea.keyboard.type('mar');
  await bea.keyboard.press('Enter');
  await bea.getByText("Nina's chat was transferred to maria.").waitFor();
  await maria.getByText('Transferred to you by bea').waitFor();
  await maria.keyboard.press('Alt+Enter');
  await isAt(maria, 'Message');
});

shift('and on, from a phone', async ({ maria, bea }) => {
  await maria.setViewportSize({ width: 390, height: 844 });
  await chat(maria).getByRole('button', { name: 'Transfer' }).click();
  await maria.locator('connect-chat-transfer-dialog').getByText('Billing').click();
  const transfer = maria.locator('connect-chat-transfer-dialog').getByRole('button', { name: 'Transfer' });
  const place = (await transfer.boundingBox())!;
  assert.ok(place.x >= 0 && place.x + place.width <= 390);
  assert.ok(place.y + place.height <= 844);
  await transfer.click();
  await maria.getByText("Nina's chat was transferred to Billing.").waitFor();
  await bea.getByText('Transferred by maria').waitFor();
  await bea.keyboard.press('Alt+Enter');
  await isAt(bea, 'Message');
  assert.is((await focused(bea)).tag, 'textarea');
});

shift('told the visitor of nothing but who helps', async ({ visitor, maria, problems }) => {
  const words = JSON.stringify(visitor.items);
  for (const note of [secret, 'Please call the bank', 'NOTE']) assert.not.match(words, note);
  const lines = visitor.items.filter(({ content }) => content === told);
  assert.is(lines.length, 3, 'one line for each transfer');
  assert.equal(
    visitor.items.filter(({ contentType }) => contentType.endsWith('participant.left')),
    [],
  );
  await maria.close();
  assert.equal(
    problems.filter((problem) => !problem.includes('401')),
    [],
  );
});
shift.run();
