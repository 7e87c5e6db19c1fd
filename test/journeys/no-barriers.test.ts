import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Page, WebSocketRoute } from 'playwright-core';
import { contentTypes } from '../../shared/content-types.js';
import { acceptNext } from '../support/agent-at-work.js';
import { violationsOf } from '../support/axe.js';
import { hear, say } from '../support/people.js';
import { closeShop, createWidget, elementScript, openShop, visit, type Shop } from '../support/shop.js';
import * as templates from '../support/widget/templates.js';

const states = suite<Shop>('a chat without barriers');
states.before(openShop);
states.after(closeShop);

const desktop = { width: 1000, height: 800 };
const phone = { width: 375, height: 667 };

/** Nothing that axe finds in what is on the screen now: in the light on a desk, and in the dark on a phone. */
async function isClean(page: Page, state: string): Promise<void> {
  for (const [colorScheme, size] of [
    ['light', desktop],
    ['dark', phone],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(size);
    assert.equal(await violationsOf(page), [], `${state}, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(desktop);
}

const open = (page: Page) => page.getByRole('button', { name: 'Start chat' }).click();

/** A page with a widget as it is wanted, where nothing moves. */
async function enter(shop: Shop, widget: object = {}, tag = ''): Promise<Page> {
  shop.placed = `${elementScript(shop)}${await createWidget(shop, widget, tag)}`;
  const { page } = await visit(shop, { reducedMotion: 'reduce' });
  await page.locator('connect-chat-widget .launcher').waitFor();
  return page;
}

states('the questions before it, and what is wrong with their answers', async (shop) => {
  const preChat = [
    { name: 'displayName', label: 'Your name', required: true },
    { name: 'email', label: 'E-mail', type: 'email' },
    { name: 'topic', label: 'About', type: 'select', options: ['Bread', 'Cakes'] },
    { name: 'terms', label: 'I agree', type: 'checkbox', required: true, link: 'https://shop.example/terms' },
  ];
  const page = await enter(shop, { preChat });
  await isClean(page, 'launcher');
  await open(page);
  await page.getByLabel('Your name').waitFor();
  await isClean(page, 'questions');
  await page.getByLabel('E-mail').fill('nobody');
  await page.getByRole('dialog').getByRole('button', { name: 'Start chat' }).click();
  await page.getByText('Please fill this in.').waitFor();
  await isClean(page, 'answers that are missing or wrong');
  await page.context().close();
});

states('while it connects', async (shop) => {
  const page = await enter(shop);
  await page.routeWebSocket(/\/socket$/, () => undefined);
  await page.reload();
  await open(page);
  await say(page, 'Is this on?');
  await page.getByText('Is this on?').waitFor();
  await isClean(page, 'connecting');
  await page.context().close();
});

states('what is said, and what else there is to do', async (shop) => {
  const { agent } = shop;
  const page = await enter(shop);
  const sockets: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/socket$/, (socket) => {
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.reload();
  await open(page);
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await isClean(page, 'waiting');
  await say(page, 'Do you have rye bread? See https://shop.example/rye');
  const contactId = await acceptNext(agent);
  await agent.send(
    contactId,
    '# Yes\n\n**Two** kinds, [look](https://shop.example):\n\n- light\n- `dark`',
    contentTypes.markdown,
  );
  await page.getByRole('link', { name: 'look' }).waitFor();
  agent.typing(contactId);
  await page.getByText('grace is typing').first().waitFor();
  await isClean(page, 'messages, and somebody typing');

  for (const name of ['quickReply', 'listPicker', 'timePicker', 'panel', 'carousel'] as const) {
    await agent.send(contactId, JSON.stringify(templates[name]()), contentTypes.interactive);
    const { title } = templates[name]().data.content as { title: string };
    await page.getByText(title, { exact: true }).last().waitFor();
    await isClean(page, name);
  }

  await page.getByRole('button', { name: 'Emoji' }).click();
  await page.getByRole('group', { name: 'Emoji' }).getByRole('button').first().waitFor();
  await isClean(page, 'emoji');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Save transcript' }).waitFor();
  await isClean(page, 'menu');
  await page.keyboard.press('Escape');

  await page.getByRole('log').hover();
  await page.mouse.wheel(0, -3000);
  await agent.send(contactId, 'Down here');
  await page.getByRole('button', { name: 'New messages' }).waitFor();
  await isClean(page, 'scrolled up');

  await page.context().setOffline(true);
  for (const socket of sockets) await socket.close();
  await page.getByText('You are offline.').waitFor();
  await say(page, 'Hello?');
  await isClean(page, 'offline');
  await page.context().setOffline(false);
  await page.getByText('You are offline.').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Minimise' }).click();
  await agent.send(contactId, 'Still there?');
  await page.getByText('New messages: 1').waitFor({ state: 'attached' });
  await isClean(page, 'launcher with a number');

  agent.end(contactId);
  await open(page);
  await page.getByText('The chat has ended.').waitFor();
  await isClean(page, 'ended');
  await page.context().close();
});

states('in forced colours, in another direction, and very narrow', async (shop) => {
  const page = await enter(shop, { language: 'ar' });
  await page.locator('connect-chat-widget .launcher').click();
  await page.locator('textarea').fill('مرحبا');
  await page.keyboard.press('Enter');
  const contactId = await acceptNext(shop.agent);
  await shop.agent.send(contactId, 'أهلاً');
  await hear(page, 'أهلاً');
  await isClean(page, 'Arabic');
  await page.emulateMedia({ forcedColors: 'active' });
  assert.equal(await violationsOf(page), [], 'forced colours');
  for (const part of ['connect-chat-panel', '.message.own .bubble', '.message.other .bubble', 'form']) {
    const edge = await page.locator(part).evaluate((each) => {
      const { outlineStyle, outlineColor } = getComputedStyle(each);
      return `${outlineStyle} ${outlineColor}`;
    });
    assert.match(edge, /^solid rgb\(/, `${part} has an edge`);
  }
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize({ width: 320, height: 256 });
  assert.equal(await violationsOf(page), [], '400%');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, 'nothing has to be scrolled sideways');
  shop.agent.end(contactId);
  await page.context().close();
});
states.run();
