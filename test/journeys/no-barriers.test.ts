import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Page, WebSocketRoute } from 'playwright-core';
import { contentTypes } from '../../shared/content-types.js';
import { acceptNext, endedFor } from '../support/agent-at-work.js';
import { isWithoutBarriers, violationsOf } from '../support/axe.js';
import { hear, say } from '../support/people.js';
import {
  closeShop,
  createWidget,
  elementScript,
  eventually,
  openShop,
  visit,
  type Shop,
} from '../support/shop.js';
import * as templates from '../support/widget/templates.js';

const states = suite<Shop>('accessibility of a chat');
states.before(openShop);
states.after(closeShop);

const open = (page: Page) => page.getByRole('button', { name: 'Start chat' }).click();

/** A page with such a widget, with reduced motion. */
async function enter(shop: Shop, widget: object = {}, tag = ''): Promise<Page> {
  shop.placed = `${elementScript(shop)}${await createWidget(shop, widget, tag)}`;
  const { page } = await visit(shop, { reducedMotion: 'reduce' });
  await page.locator('connect-chat-widget .launcher').waitFor();
  return page;
}

states('the pre-chat questions, with mistakes in the answers', async (shop) => {
  const preChat = [
    { name: 'displayName', label: 'Your name', required: true },
    { name: 'email', label: 'E-mail', type: 'email' },
    { name: 'topic', label: 'About', type: 'select', options: ['Bread', 'Cakes'] },
    { name: 'terms', label: 'I agree', type: 'checkbox', required: true, link: 'https://shop.example/terms' },
  ];
  const page = await enter(shop, { preChat });
  await isWithoutBarriers(page, 'widget: closed');
  await open(page);
  await page.getByLabel('Your name').waitFor();
  await isWithoutBarriers(page, 'widget: questions');
  await page.getByLabel('E-mail').fill('nobody');
  await page.getByRole('dialog').getByRole('button', { name: 'Start chat' }).click();
  await page.getByText('Please fill this in.').waitFor();
  await isWithoutBarriers(page, 'widget: questions with mistakes');
  await page.context().close();
});

states('while it connects', async (shop) => {
  const page = await enter(shop);
  await page.routeWebSocket(/\/socket$/, () => undefined);
  await page.reload();
  await open(page);
  await say(page, 'Is this on?');
  await page.getByText('Is this on?').waitFor();
  await isWithoutBarriers(page, 'widget: connecting');
  await page.context().close();
});

states('the messages and the menu', async (shop) => {
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
  await isWithoutBarriers(page, 'widget: greeting');
  await page.getByRole('textbox', { name: 'Message' }).fill('rye '.repeat(300));
  await page.getByText('176 characters over the limit').waitFor();
  await isWithoutBarriers(page, 'widget: a text that is too long');
  await say(page, 'Do you have rye bread? See https://shop.example/rye');
  const place = page.getByText('You’re next in line');
  await place.waitFor();
  await isWithoutBarriers(page, 'widget: waiting in line');
  const contactId = await acceptNext(agent);
  await place.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'https://shop.example/rye' }).waitFor();
  const told = (await page.locator('connect-chat-widget').ariaSnapshot()).split('\n');
  const roles = /^ *- (dialog|banner|heading|status|log|link|textbox|button)/;
  assert.equal(
    told.filter((line) => roles.test(line)).map((line) => line.trim()),
    [
      '- dialog "Chat with us":',
      '- heading "Chat with us" [level=2]',
      '- button "More"',
      '- button "End chat"',
      '- button "Minimise"',
      '- status',
      '- log "Messages":',
      '- link "https://shop.example/rye":',
      // The position in the queue.
      '- status',
      '- textbox "Message":',
      '- button "Attach files"',
      '- button "Emoji"',
      '- button "Send" [disabled]',
      '- button "Close"',
    ],
    'the role and name of every element',
  );
  const all = told.join(' ');
  assert.match(all, /You:.*Do you have rye bread\?.*Automatic message:.*Thanks for getting in touch!/);
  await agent.send(
    contactId,
    '# Yes\n\n**Two** kinds, [look](https://shop.example):\n\n- light\n- `dark`',
    contentTypes.markdown,
  );
  await page.getByRole('link', { name: 'look' }).waitFor();
  agent.typing(contactId);
  await page.getByText('grace is typing').first().waitFor();
  await isWithoutBarriers(page, 'widget: messages, and somebody typing');

  const questions = [
    [templates.listPicker(), 'widget: listPicker'],
    [templates.timePicker(), 'widget: timePicker'],
    [templates.panel(), 'widget: panel'],
    [templates.carousel(), 'widget: carousel'],
    [templates.quickReply(), 'widget: quickReply'],
  ] as const;
  for (const [template, screen] of questions) {
    await agent.send(contactId, JSON.stringify(template), contentTypes.interactive);
    const { title } = template.data.content as { title: string };
    await page.getByText(title, { exact: true }).last().waitFor();
    await isWithoutBarriers(page, screen);
  }
  await page.getByRole('button', { name: 'Good' }).click();
  await page.getByText('Delivered').waitFor();
  await isWithoutBarriers(page, 'widget: an answer that was chosen');

  await page.getByRole('button', { name: 'Emoji' }).click();
  await page.getByRole('group', { name: 'Emoji' }).getByRole('button').first().waitFor();
  await isWithoutBarriers(page, 'widget: emoji');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Save transcript' }).waitFor();
  await isWithoutBarriers(page, 'widget: menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'End chat' }).click();
  const question = page.getByRole('group', { name: 'End this chat?' });
  await question.waitFor();
  await isWithoutBarriers(page, 'widget: question before the end');
  await question.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('log').hover();
  await page.mouse.wheel(0, -3000);
  await eventually(() => page.getByRole('log').evaluate(({ scrollTop }) => scrollTop === 0), page);
  await agent.send(contactId, 'Down here');
  await page.getByRole('button', { name: 'New messages' }).waitFor();
  await isWithoutBarriers(page, 'widget: scrolled up');

  await page.context().setOffline(true);
  for (const socket of sockets) await socket.close();
  await page.getByText('You’re offline.').waitFor();
  await say(page, 'Hello?');
  await isWithoutBarriers(page, 'widget: offline');
  await page.context().setOffline(false);
  await page.getByText('You’re offline.').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: 'Minimise' }).click();
  await agent.send(contactId, 'Still there?');
  await page.getByRole('button', { name: /New messages: 1/ }).waitFor();
  await isWithoutBarriers(page, 'widget: closed, with a new message');

  // A message to a chat that has ended meanwhile is shown as not sent.
  await open(page);
  await page.context().setOffline(true);
  for (const socket of sockets) await socket.close();
  await page.getByText('You’re offline.').waitFor();
  await say(page, 'One more thing');
  agent.end(contactId);
  await endedFor(agent, contactId);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  await page.getByText('The chat has ended', { exact: true }).waitFor();
  await isWithoutBarriers(page, 'widget: ended, with a message that was not sent');
  await page.context().close();
});

states('in forced colours, right to left, and very narrow', async (shop) => {
  const page = await enter(shop, { language: 'ar' });
  await page.locator('connect-chat-widget .launcher').click();
  await page.locator('textarea').fill('مرحبا');
  await page.keyboard.press('Enter');
  const contactId = await acceptNext(shop.agent);
  await shop.agent.send(contactId, 'أهلاً');
  await hear(page, 'أهلاً');
  await isWithoutBarriers(page, 'widget: right to left');
  await page.emulateMedia({ forcedColors: 'active' });
  assert.equal(await violationsOf(page), [], 'forced colours');
  for (const part of [
    'connect-chat-panel',
    '.message.own .bubble',
    '.message.other .bubble >> nth=0',
    'form',
  ]) {
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
  assert.ok(overflow <= 0, 'nothing needs horizontal scrolling');
  shop.agent.end(contactId);
  await page.context().close();
});
states.run();
