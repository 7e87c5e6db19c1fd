import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Page } from 'playwright-core';
import { acceptNext, agentAtWork } from '../support/agent-at-work.js';
import { isWithoutBarriers } from '../support/axe.js';
import { hear, say } from '../support/people.js';
import { pdf } from '../support/sample-files.js';
import { closeShop, createWidget, elementScript, openShop, visit, type Shop } from '../support/shop.js';

const pages = suite<Shop>('accessibility of a widget on pages of every kind');
pages.before(openShop);
pages.after(closeShop);

const open = (page: Page) => page.getByRole('button', { name: 'Start chat' }).click();

/** A page with such a widget, with reduced motion. */
async function enter(shop: Shop, widget: object = {}, attributes = ''): Promise<Page> {
  shop.placed = `${elementScript(shop)}${await createWidget(shop, widget, attributes)}`;
  const { page } = await visit(shop, { reducedMotion: 'reduce', bypassCSP: true });
  return page;
}

pages("before its code is loaded: the snippet's own launcher", async (shop) => {
  const tag = await createWidget(shop);
  const widgetId = /widget-id="([^"]+)"/.exec(tag)![1]!;
  const { url, adminHeaders: headers } = shop.service;
  shop.placed = await (await fetch(`${url}/api/widgets/${widgetId}/snippet`, { headers })).text();
  const context = await shop.browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await context.route('**/*.js', async (route) =>
    route.request().url().includes('/widget/') ? undefined : route.continue(),
  );
  await page.goto(shop.website.origin);
  await page.getByRole('button', { name: 'Start chat' }).waitFor();
  await isWithoutBarriers(page, 'widget: before its code is loaded');
  await context.close();
});

pages('with a text on its launcher', async (shop) => {
  const page = await enter(shop, { theme: { launcherLabel: 'Ask the baker' } });
  await page.getByRole('button', { name: 'Ask the baker' }).waitFor();
  await isWithoutBarriers(page, 'widget: closed, with a text on the launcher');
  await page.context().close();
});

pages('inline, as a part of the page', async (shop) => {
  const page = await enter(shop, {}, 'mode="inline"');
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await isWithoutBarriers(page, 'widget: part of the page');
  await page.context().close();
});

pages('when the chat could not start', async (shop) => {
  const page = await enter(shop, { security: { required: true } });
  await open(page);
  await say(page, 'Hello?');
  await page.getByText('The chat couldn’t be started').first().waitFor();
  await isWithoutBarriers(page, 'widget: could not start');
  await page.context().close();
});

pages('when the connection is lost', async (shop) => {
  const page = await enter(shop);
  let isLost = false;
  const lose: (() => Promise<void>)[] = [];
  await page.routeWebSocket(/\/socket$/, async (socket) => {
    if (isLost) return socket.close();
    socket.connectToServer();
    lose.push(() => socket.close());
  });
  await page.reload();
  await open(page);
  await say(page, 'Are you there?');
  const contactId = await acceptNext(shop.agent);
  // A chat must have started on the page before its connection can be lost.
  await page.getByText('grace has joined the chat').waitFor();
  isLost = true;
  for (const each of lose) await each();
  await page.getByText('Connection lost.').first().waitFor();
  await isWithoutBarriers(page, 'widget: reconnecting');
  shop.agent.end(contactId);
  await page.context().close();
});

pages("with a long transcript, files and the agent's picture", async (shop) => {
  shop.agent.setStatus('OFFLINE');
  const pictureUrl = 'https://pictures.example/lin.png';
  const agent = await agentAtWork(shop.service, 'lin', { pictureUrl });
  const page = await enter(shop);
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await page.route(pictureUrl, (route) => route.fulfill({ body: png, contentType: 'image/png' }));
  await open(page);
  await say(page, 'Hello');
  const contactId = await acceptNext(agent);
  await agent.send(contactId, 'How can I help?');
  await hear(page, 'How can I help?');
  await page.locator('connect-chat-photo img').first().waitFor();
  await isWithoutBarriers(page, 'widget: a picture of the agent');

  await page.locator('input[type=file]').setInputFiles({
    name: 'offer.pdf',
    mimeType: 'application/pdf',
    buffer: pdf,
  });
  await page.getByRole('button', { name: /^Download offer.pdf/ }).waitFor();
  await isWithoutBarriers(page, 'widget: a document');
  const dataTransfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a'], 'a.txt'));
    return transfer;
  });
  const panel = page.getByRole('dialog', { name: 'Chat with us' });
  await panel.dispatchEvent('dragover', { dataTransfer });
  await page.getByText('Drop files here to send them').waitFor();
  await isWithoutBarriers(page, 'widget: where files are dropped');
  await panel.dispatchEvent('dragleave', { dataTransfer });

  for (let line = 1; line <= 100; line += 1) await agent.send(contactId, `Line ${line}`);
  await hear(page, 'Line 100');
  await page.getByRole('button', { name: 'Earlier messages' }).waitFor();
  await isWithoutBarriers(page, 'widget: a long transcript');
  assert.is(await page.getByRole('log').getByText('Hello', { exact: true }).count(), 0);
  agent.destroy();
  await page.context().close();
});
pages.run();
