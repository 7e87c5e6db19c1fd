import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Locator, Page } from 'playwright-core';
import { acceptNext, heardBy } from '../support/agent-at-work.js';
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

const pages = suite<Shop>('any page');
pages.before(openShop);
pages.after(closeShop);

const sayIn = async (widget: Locator, text: string): Promise<void> => {
  await widget.getByRole('textbox', { name: 'Message' }).fill(text);
  await widget.getByRole('button', { name: 'Send' }).click();
};
const hearIn = (widget: Locator, text: string): Promise<void> =>
  widget.getByRole('log').getByText(text, { exact: true }).waitFor();
const open = (page: Page): Promise<void> => page.getByRole('button', { name: 'Start chat' }).click();

pages('may have two widgets with separate chats', async (shop) => {
  const { agent } = shop;
  const first = await createWidget(shop, { texts: { title: 'Cakes' } });
  const second = await createWidget(shop, {
    texts: { title: 'Repairs' },
    theme: { launcherPosition: 'left' },
  });
  shop.placed = elementScript(shop) + first + second;
  const { page, problems, openSockets } = await visit(shop);
  const widgets = page.locator('connect-chat-widget');
  const contacts: string[] = [];
  for (const [index, name] of ['Cakes', 'Repairs'].entries()) {
    const widget = widgets.nth(index);
    await widget.getByRole('button', { name: 'Start chat' }).click();
    await widget.getByRole('dialog', { name }).waitFor();
    await sayIn(widget, `Hello ${name}`);
    contacts.push(await acceptNext(agent));
  }
  assert.is.not(contacts[0], contacts[1]);
  for (const [index, name] of ['Cakes', 'Repairs'].entries()) {
    await agent.send(contacts[index]!, `This is ${name}`);
    await hearIn(widgets.nth(index), `This is ${name}`);
    await heardBy(agent, contacts[index]!, [`Hello ${name}`]);
  }
  assert.is(await widgets.nth(0).getByText('Repairs').count(), 0);
  assert.is(openSockets(), 2);
  assert.equal(problems, []);
  await page.context().close();
});

pages('may have one widget in its text and another in its corner', async (shop) => {
  const { agent } = shop;
  const inline = await createWidget(shop, { texts: { title: 'In the text' } }, 'mode="inline"');
  const floating = await createWidget(shop, { texts: { title: 'In the corner' } });
  shop.placed = `${elementScript(shop)}<p>Above</p>${inline}<p>Below</p>${floating}`;
  const { page, problems } = await visit(shop);
  const region = page.getByRole('region', { name: 'In the text' });
  await region.waitFor();
  const [above, box, below] = await Promise.all(
    [page.getByText('Above'), region, page.getByText('Below')].map((each) => each.boundingBox()),
  );
  assert.ok(above!.y < box!.y && box!.y + box!.height <= below!.y + 1, 'it has its place in the text');
  assert.is(await page.getByRole('button', { name: 'Start chat' }).count(), 1);
  const widget = page.locator('connect-chat-widget').first();
  await sayIn(widget, 'From the text');
  await heardBy(agent, await acceptNext(agent), ['From the text']);
  await open(page);
  const corner = page.locator('connect-chat-widget').last();
  await sayIn(corner, 'From the corner');
  await heardBy(agent, await acceptNext(agent), ['From the corner']);
  assert.equal(problems, []);
  await page.context().close();
});

pages('may move the widget, and remove and insert it', async (shop) => {
  const { agent } = shop;
  shop.placed = `${elementScript(shop)}<article></article><footer></footer>${await createWidget(shop)}`;
  const { page, problems, openSockets } = await visit(shop);
  await open(page);
  await say(page, 'Before the move');
  const contactId = await acceptNext(agent);
  await page.getByRole('textbox', { name: 'Message' }).fill('A draft');

  await page.evaluate(() => {
    history.pushState(null, '', '/basket');
    document.querySelector('article')!.append(document.querySelector('connect-chat-widget')!);
    document.querySelector('footer')!.append(document.querySelector('connect-chat-widget')!);
  });
  await hear(page, 'Before the move');
  assert.is(await page.getByRole('textbox', { name: 'Message' }).inputValue(), 'A draft');
  await agent.send(contactId, 'After the move');
  await hear(page, 'After the move');
  assert.is(openSockets(), 1);

  await page.evaluate(() => {
    const widget = document.querySelector('connect-chat-widget')!;
    widget.remove();
    Object.assign(window, { widget });
  });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await eventually(() => openSockets() === 0, page);
  await agent.send(contactId, 'While it was out');
  await page.evaluate(() => {
    document.body.append((window as unknown as { widget: Element }).widget);
  });
  await hear(page, 'While it was out');
  await hear(page, 'Before the move');
  assert.is(await page.getByRole('textbox', { name: 'Message' }).inputValue(), 'A draft');
  await say(page, 'In again');
  await heardBy(agent, contactId, ['Before the move', 'In again']);
  assert.is(openSockets(), 1);
  assert.equal(problems, []);
  await page.context().close();
});

pages('may move the widget while its questions are being answered', async (shop) => {
  const preChat = [{ name: 'displayName', label: 'Your name', required: true }];
  shop.placed = `${elementScript(shop)}<article></article>${await createWidget(shop, { preChat })}`;
  const { page, problems } = await visit(shop);
  await open(page);
  await page.getByLabel('Your name').fill('Ada');
  await page.evaluate(() =>
    document.querySelector('article')!.append(document.querySelector('connect-chat-widget')!),
  );
  assert.is(await page.getByLabel('Your name').inputValue(), 'Ada');
  await page.evaluate(() => {
    const widget = document.querySelector('connect-chat-widget')!;
    widget.remove();
    Object.assign(window, { widget });
  });
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.evaluate(() => {
    document.body.append((window as unknown as { widget: Element }).widget);
  });
  await page.getByLabel('Your name').fill('Ada');
  await page.getByRole('dialog').getByRole('button', { name: 'Start chat' }).click();
  await say(page, 'Hello');
  await heardBy(shop.agent, await acceptNext(shop.agent), ['Hello']);
  assert.equal(problems, []);
  await page.context().close();
});

pages('may forbid storage', async (shop) => {
  const { agent } = shop;
  shop.placed = `${elementScript(shop)}<article></article>${await createWidget(shop)}`;
  const { page, problems, openSockets } = await visit(shop, {
    before: () => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
    },
  });
  await open(page);
  await say(page, 'Nothing is kept');
  const contactId = await acceptNext(agent);
  await agent.send(contactId, 'Except here');
  await hear(page, 'Except here');
  await page.getByRole('button', { name: 'Minimise' }).click();
  await agent.send(contactId, 'Unread');
  await page.getByRole('button', { name: /New messages: 1/ }).waitFor();
  await open(page);
  await hear(page, 'Unread');
  await page.evaluate(() =>
    document.querySelector('article')!.append(document.querySelector('connect-chat-widget')!),
  );
  await say(page, 'Moved');
  await heardBy(agent, contactId, ['Nothing is kept', 'Moved']);
  assert.is(openSockets(), 1);
  await page.getByRole('button', { name: 'End chat' }).click();
  await page.getByRole('group', { name: 'End this chat?' }).getByRole('button', { name: 'End chat' }).click();
  await page.getByRole('button', { name: 'New chat' }).click();
  await say(page, 'Another chat');
  const next = await acceptNext(agent);
  assert.is.not(next, contactId);
  assert.equal(problems, []);
  await page.context().close();
});
pages.run();
