import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page } from 'playwright-core';
import type { ChatSession } from '../../client/chat-session.js';
import { isWithoutBarriers } from '../support/axe.js';
import { focused, isAt, tabTo } from '../support/keyboard.js';
import { openBrowser } from '../support/open-browser.js';
import { createAgent, endAsAgent, signIn } from '../support/people.js';
import { createVisitor } from '../support/programs.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { eventually } from '../support/shop.js';

interface Desk {
  service: ServiceProcess;
  browser: Browser;
  page: Page;
  problems: string[];
  widgetId: string;
  visitors: ChatSession[];
}

const names = ['Nina', 'Jürgen Müller-Lüdenscheidt', '田中さくら', 'Omar', 'Cleo'];
const preChat = [
  { name: 'topic', label: 'Topic', type: 'select', options: ['Order', 'Return'] },
  { name: 'consent', label: 'Consent', type: 'checkbox' },
];

const chatsOf = (page: Page) => page.getByRole('list', { name: 'Chats' });
const row = (page: Page, name: string) => chatsOf(page).getByRole('button', { name });
const chatWith = (page: Page, name: string) => page.getByRole('region', { name: `Chat with ${name}` });
const messageBox = (page: Page, name: string) =>
  chatWith(page, name).getByRole('textbox', { name: 'Message' });

/** A visitor who has sent a message. */
async function arrive(
  { service, widgetId, visitors }: Desk,
  name: string,
  text: string,
): Promise<ChatSession> {
  const visitor = createVisitor(service, widgetId, name);
  visitors.push(visitor);
  await visitor.start({ topic: 'Order', consent: 'true' });
  await visitor.send(text);
  return visitor;
}

/** How far a page was scrolled; it must not scroll. */
const scrolled = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const desk = document
      .querySelector('connect-chat-agent-console')!
      .shadowRoot!.querySelector('connect-chat-agent-desk')!;
    return Math.max(document.documentElement.scrollTop, document.body.scrollTop, desk.scrollTop);
  });

const isOnScreen = async (page: Page, name: string): Promise<boolean> => {
  const box = await page
    .getByRole('button', { name, exact: true })
    .locator('visible=true')
    .first()
    .boundingBox();
  const { width, height } = page.viewportSize()!;
  return (
    box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
  );
};

const journey = suite<Desk>('an agent at the console');
journey.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.browser = await openBrowser();
  context.visitors = [];
  const { body } = await context.service.rest<{ widgetId: string }>('POST', '/api/widgets', {
    name: 'Shop',
    preChat,
  });
  context.widgetId = body.widgetId;
  await createAgent(context.service, 'maria');
  Object.assign(context, await signIn(context.browser, context.service, 'maria'));
  await context.page.emulateMedia({ reducedMotion: 'reduce' });
});
journey.after(async ({ browser, service, visitors }) => {
  visitors.forEach((visitor) => visitor.destroy());
  await browser?.close();
  await service?.stop('SIGKILL');
});

journey('has an empty desk at first', async ({ page }) => {
  await page.getByRole('heading', { name: "You're all set" }).waitFor();
  await isWithoutBarriers(page, 'console: nothing to do');
});

journey('sees an offer with the pre-chat answers, and accepts it with the keyboard only', async (context) => {
  const { page } = context;
  await arrive(context, names[0]!, 'Hello, is my order ready?');
  const offer = page.getByRole('region', { name: /^New chat/ });
  await offer.getByText('Topic: Order').waitFor();
  await offer.getByText('Consent: Yes').waitFor();
  await isWithoutBarriers(page, 'console: one rings');
  await page.keyboard.press('Alt+Enter');
  await messageBox(page, names[0]!).waitFor();
  await isAt(page, 'Message');
});

journey('has five chats with the last column fully visible, in dark mode', async (context) => {
  const { page } = context;
  for (const name of names.slice(1)) {
    await arrive(context, name, 'Hello');
    await page.getByRole('button', { name: 'Accept' }).click();
    await row(page, name).waitFor();
  }
  assert.equal(
    (await chatsOf(page).getByRole('button').allInnerTexts()).map((text) => text.trim()),
    names,
  );
  const customer = page.getByRole('region', { name: 'Customer' });
  await customer.getByText('Provided by the page, not verified').waitFor();
  await row(page, names[4]!).click();
  await isAt(page, 'Message');
  const box = (await chatWith(page, names[4]!).boundingBox())!;
  const panel = (await customer.boundingBox())!;
  assert.ok(box.x + box.width <= panel.x, 'the last column is not cut off');
  await isWithoutBarriers(page, 'console: five chats');
});

journey('moves through the chats in the order of the list', async ({ page }) => {
  for (const name of names) {
    await page.keyboard.press('Alt+ArrowDown');
    await eventually(() => messageBox(page, name).evaluate((box) => box.matches(':focus')), page);
  }
});

journey('keeps the chats visible while several offers ring', async (context) => {
  const { page } = context;
  for (const name of ['Paula', 'Léo', 'Ida']) await arrive(context, name, 'Hello');
  await page.getByRole('button', { name: 'Accept' }).nth(2).waitFor();
  assert.ok(await row(page, names[0]!).isVisible());
  const list = (await row(page, names[0]!).boundingBox())!;
  assert.ok(
    list.y + list.height < page.viewportSize()!.height,
    'the first chat of the list is on the screen',
  );
  await isWithoutBarriers(page, 'console: three ring');
  for (let left = 3; left > 0; left -= 1) await page.getByRole('button', { name: 'Decline' }).first().click();
  await page.getByRole('button', { name: 'Decline' }).waitFor({ state: 'detached' });
});

journey('uses the list, a long chat, the way back, and the end by touch on a phone', async (context) => {
  const { page, visitors } = context;
  for (let line = 1; line <= 30; line += 1) await visitors[0]!.send(`Line ${line}`);
  await page.setViewportSize({ width: 390, height: 844 });
  const back = page.getByRole('button', { name: 'All chats' }).locator('visible=true');
  await back.click();
  await row(page, names[0]!).click();
  await chatWith(page, names[0]!).getByText('Line 30').waitFor();
  await messageBox(page, names[0]!).fill('One moment');
  for (const name of ['All chats', 'End chat', 'Customer details', 'Sign out', 'Send'])
    assert.ok(await isOnScreen(page, name), `${name} can be reached`);
  assert.is(await scrolled(page), 0, 'the page itself never scrolls');
  await isWithoutBarriers(page, 'console: a long chat');
  await page.getByRole('button', { name: 'Customer details' }).locator('visible=true').click();
  await eventually(async () => (await focused(page)).name === 'Hide customer details', page);
  await isWithoutBarriers(page, 'console: customer details');
  await page.getByRole('button', { name: 'Hide customer details' }).click();
  await back.click();
  await row(page, names[0]!).waitFor();
  await isAt(page, names[0]!);
});

journey('and by keyboard', async ({ page }) => {
  await page.keyboard.press('Enter');
  await isAt(page, 'Message');
  await tabTo(page, 'End chat', 'Shift+Tab');
  await tabTo(page, 'All chats', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await isAt(page, names[0]!);
  assert.is((await focused(page)).tag, 'button');
  await page.setViewportSize({ width: 1280, height: 720 });
});

journey('has the same drafts in two windows, and opening one marks nothing as read', async (context) => {
  const { page, visitors } = context;
  const [, second] = visitors;
  await row(page, names[0]!).click();
  await page.evaluate(() => (document.activeElement as HTMLElement)?.blur());
  // A receipt also tells what was delivered, which may come at any time.
  let latest = 0;
  second!.on('receipt', ({ read }) => (latest = Math.max(latest, read)));
  const other = await page.context().newPage();
  await other.goto(page.url());
  await row(other, names[1]!).waitFor();
  await second!.send('Are you still there?');
  await row(other, names[1]!).waitFor();
  await other.getByText('Are you still there?').first().waitFor();
  const known = latest;
  await messageBox(other, names[2]!).fill('Half a thou');
  await eventually(async () => (await messageBox(page, names[2]!).inputValue()) === 'Half a thou', page);
  assert.is(latest, known, 'no agent has joined that chat');
  await row(other, names[1]!).click();
  await eventually(() => latest > known, other);
  await other.close();
});

journey("is asked to confirm what can't be undone", async ({ page }) => {
  const dialog = page.locator('connect-chat-desk-question');
  const cancel = () => dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('Settings', { exact: true }).click();
  await isWithoutBarriers(page, 'console: settings');
  await page.getByText('Settings', { exact: true }).click();
  await chatWith(page, names[0]!).getByRole('button', { name: 'End chat' }).click();
  await page.getByRole('dialog', { name: 'End this chat?' }).waitFor();
  await isWithoutBarriers(page, 'console: question before the end');
  await cancel();
  await page.getByLabel('Status').selectOption({ label: 'Offline' });
  await page.getByRole('dialog', { name: 'Go offline?' }).waitFor();
  await isWithoutBarriers(page, 'console: question before going offline');
  await cancel();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog', { name: 'Sign out?' }).waitFor();
  await isWithoutBarriers(page, 'console: question before signing out');
  await cancel();
});

journey('is told what happened in the meantime', async ({ page, visitors }) => {
  // Sends the frames that the service would send only after half a minute or more.
  let say!: (frame: object) => void;
  await page.routeWebSocket(/\/agent\/socket$/, (socket) => {
    socket.connectToServer();
    say = (frame) => socket.send(JSON.stringify(frame));
  });
  await page.reload();
  await row(page, names[0]!).waitFor();
  say({ type: 'status', status: 'MISSED' });
  await page.getByText('You missed a chat').waitFor();
  await isWithoutBarriers(page, 'console: a chat was missed');
  say({ type: 'status', status: 'AVAILABLE' });
  const [, { contactId }, , { contactId: other }] = visitors as [unknown, ChatSession, unknown, ChatSession];
  say({ type: 'customer-presence', contactId, goneSince: new Date().toISOString() });
  await chatsOf(page)
    .getByText(/^Visitor left/)
    .waitFor();
  await isWithoutBarriers(page, 'console: a visitor has left');
  say({ type: 'contact-left', contactId: other, wasAway: true });
  await page.getByText('Welcome back!').waitFor();
  await isWithoutBarriers(page, 'console: chats went back');
});

journey('ends a chat, and the console reported no problems', async ({ page, problems }) => {
  await row(page, names[4]!).click();
  await endAsAgent(page, chatWith(page, names[4]!));
  await chatWith(page, names[4]!).getByRole('button', { name: 'Close' }).waitFor();
  await isWithoutBarriers(page, 'console: an ended chat');
  assert.equal(
    problems.filter((problem) => !problem.includes('401')),
    [],
  );
});
journey.run();
