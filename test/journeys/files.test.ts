import { readFile } from 'node:fs/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page, Route } from 'playwright-core';
import { isWithoutBarriers } from '../support/axe.js';
import { focused, isAt } from '../support/keyboard.js';
import { openBrowser } from '../support/open-browser.js';
import { createAgent, endAsAgent, hear, openPage, say, signIn, type Watched } from '../support/people.js';
import { pdf, programs } from '../support/sample-files.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { eventually } from '../support/shop.js';
import { openWebsite, type Website } from '../support/website.js';

interface Context {
  browser: Browser;
  service: ServiceProcess;
  website: Website;
  agent: Watched;
  visitor: Watched;
}

/** A picture with one red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = { name: 'cake.png', mimeType: 'image/png', buffer: png };
const document = { name: 'offer.pdf', mimeType: 'application/pdf', buffer: pdf };
/** A name that would run as markup. */
const hostileName = '"><img src=x onerror=alert(1)>.pdf';

const journey = suite<Context>('files on a website with the strictest policy');
journey.before(async (context) => {
  context.service = await createService();
  const { service } = context;
  await service.start();
  context.browser = await openBrowser();
  let placed = '';
  context.website = await openWebsite({ service: service.url, body: () => placed });
  const { body } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
    name: 'files',
    domains: [context.website.origin],
  });
  placed = `<script type="module" src="${service.url}/connect-chat-widget.js" nonce="NONCE"></script>
<connect-chat-widget widget-id="${body.widgetId}" service-url="${service.url}"></connect-chat-widget>`;
  await createAgent(service, 'grace');
  context.agent = await signIn(context.browser, service, 'grace');
  context.visitor = await openPage(context.browser, context.website.origin);
  const { page } = context.visitor;
  await page.getByRole('button', { name: 'Start chat' }).click();
  await say(page, 'Hello');
  await context.agent.page.getByRole('button', { name: 'Accept' }).click();
  await hear(context.agent.page, 'Hello');
});
journey.after(async ({ browser, service, website }) => {
  await browser.close();
  await website.close();
  await service.stop('SIGKILL');
});

type Chosen = { name: string; mimeType: string; buffer: Buffer };
const attach = (page: Page, ...files: Chosen[]) => page.locator('input[type=file]').setInputFiles(files);
const card = (page: Page, name: string) => page.getByRole('button', { name: `Download ${name} ` });
const bytesOf = async (page: Page, name: string): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent('download'), card(page, name).click()]);
  assert.is(download.suggestedFilename().endsWith(name.slice(-4)), true);
  return readFile(await download.path());
};

journey('a visitor sends a picture, which both see and download unchanged', async ({ visitor, agent }) => {
  const { page } = visitor;
  await attach(page, picture);
  for (const each of [page, agent.page]) {
    await each.getByRole('button', { name: 'Enlarge cake.png' }).waitFor();
    assert.equal(await bytesOf(each, 'cake.png'), png);
  }
  await isWithoutBarriers(agent.page, 'console: a picture');
  await isWithoutBarriers(page, 'widget: a picture');
  await say(page, 'Like this one');
  await hear(agent.page, 'Like this one');
});

journey('a picture opens enlarged, and Escape closes nothing else', async ({ visitor, agent }) => {
  for (const { page } of [visitor, agent]) {
    await page.getByRole('button', { name: 'Enlarge cake.png' }).click();
    const dialog = page.getByRole('dialog', { name: 'cake.png' });
    await dialog.getByRole('img', { name: 'cake.png' }).waitFor();
    // Browsers show no focus ring after a mouse click.
    await eventually(async () => (await focused(page)).name === 'Close', page);
    const { width, height } = page.viewportSize()!;
    assert.equal(await dialog.boundingBox(), { x: 0, y: 0, width, height });
    const isAgents = page === agent.page;
    await isWithoutBarriers(page, isAgents ? 'console: a picture, enlarged' : 'widget: a picture, enlarged');
    // The focus stays in the dialog.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await isAt(page, 'Close');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download cake.png' }).click(),
    ]);
    assert.equal(await readFile(await download.path()), png);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await isAt(page, 'Enlarge cake.png');
  }
  await visitor.page.getByRole('dialog', { name: 'Chat with us' }).waitFor();
  assert.equal(visitor.problems, []);
});

journey('an agent drops a file with any name into the chat', async ({ visitor, agent }) => {
  const column = agent.page.locator('connect-chat-chat-column');
  const data = await agent.page.evaluateHandle(
    ([bytes, name]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes as number[])], name as string));
      return transfer;
    },
    [[...pdf], hostileName],
  );
  await column.dispatchEvent('dragover', { dataTransfer: data });
  await agent.page.getByText('Drop files here').waitFor();
  await isWithoutBarriers(agent.page, 'console: where files are dropped');
  await column.dispatchEvent('drop', { dataTransfer: data });
  await card(visitor.page, hostileName).waitFor();
  assert.equal(await bytesOf(visitor.page, hostileName), pdf);
  assert.equal(visitor.problems, []);
});

journey('a visitor pastes a picture', async ({ visitor, agent }) => {
  await visitor.page.getByRole('textbox', { name: 'Message' }).evaluate(
    (field, bytes) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([new Uint8Array(bytes)], 'pasted.png', { type: 'image/png' }));
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
      );
    },
    [...png],
  );
  await card(agent.page, 'pasted.png').waitFor();
});

journey("a file that can't be sent says why, and stays until it is removed", async ({ visitor }) => {
  const { page } = visitor;
  await attach(page, { name: 'game.exe', mimeType: 'application/pdf', buffer: programs.windows });
  const refusal = page.getByRole('listitem').filter({ hasText: 'game.exe' });
  await refusal.getByText('Files like game.exe can’t be sent.').waitFor();
  await isWithoutBarriers(page, 'widget: a file refused');
  await page.getByRole('button', { name: 'Remove: game.exe' }).click();
  assert.is(await refusal.count(), 0);
  // The browser itself logs the refused request.
  assert.ok(visitor.problems.splice(0).every((problem) => problem.includes('415')));
});

journey('five uploads run at a time, and one can be cancelled', async ({ visitor, agent }) => {
  const { page } = visitor;
  const held: Route[] = [];
  await page.route('**/attachments', (route) => void held.push(route));
  await attach(page, ...[1, 2, 3, 4, 5, 6].map((each) => ({ ...document, name: `${each}.pdf` })));
  await page.getByText('You can send up to 5 files at a time.').first().waitFor();
  assert.is(await page.getByRole('progressbar').count(), 5);
  await isWithoutBarriers(page, 'widget: files on their way');
  await page.getByRole('button', { name: 'Remove: 6.pdf' }).click();
  await page.getByRole('button', { name: 'Cancel: 1.pdf' }).click();
  await page.unroute('**/attachments');
  for (const route of held) await route.continue().catch(() => undefined);
  for (const name of ['2.pdf', '3.pdf', '4.pdf', '5.pdf']) await card(agent.page, name).waitFor();
  assert.is(await card(agent.page, '1.pdf').count(), 0);
});

journey('a file that a reload interrupted is sent once by the next page', async ({ visitor, agent }) => {
  const { page } = visitor;
  await page.route('**/attachments', () => undefined);
  await attach(page, { ...document, name: 'kept.pdf' });
  await page.getByRole('progressbar', { name: 'Sending kept.pdf' }).waitFor();
  await page.unroute('**/attachments');
  await page.reload();
  await card(agent.page, 'kept.pdf').waitFor();
  await card(page, 'kept.pdf').waitFor();
  await say(page, 'That was all');
  await hear(agent.page, 'That was all');
  assert.is(await card(agent.page, 'kept.pdf').count(), 1);
  assert.equal(visitor.problems, []);
});

journey('a file of an ended chat can still be opened above the next chat', async ({ visitor, agent }) => {
  const { page } = visitor;
  await endAsAgent(agent.page);
  await page.getByRole('button', { name: 'New chat' }).click();
  await say(page, 'Me again');
  await hear(page, 'Me again');
  assert.equal(await bytesOf(page, 'kept.pdf'), pdf);
});

journey.run();
