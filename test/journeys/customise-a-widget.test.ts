import type { Browser, Locator, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { violationsOf } from '../support/axe.js';
import { openBrowser } from '../support/open-browser.js';
import { createAdministrator, hear, openPage, say, type Watched } from '../support/people.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { openWebsite, type Website } from '../support/website.js';

interface Story {
  browser: Browser;
  service: ServiceProcess;
  admin: Watched;
  website: Website;
  /** The content of the website's pages. */
  placed: { html: string; widgetId: string; key: string };
}

const story = suite<Story>('customise a widget');
story.before(async (context) => {
  const placed = (context.placed = { html: '', widgetId: '', key: '' });
  context.service = await createService({});
  await context.service.start();
  context.browser = await openBrowser();
  context.admin = await createAdministrator(context.browser, context.service);
  context.website = await openWebsite({
    service: context.service.url,
    body: () => placed.html,
    token: () => placed,
  });
});
story.after(async ({ browser, service, website }) => {
  await browser?.close();
  await website?.close();
  await service?.stop('SIGKILL');
});

const named = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const unfold = (page: Page, heading: string) => page.getByRole('heading', { name: heading }).click();
/** Finds content that is slotted into a dialog: it is beside the dialog in the tree, not inside. */
const inDialog = (page: Page, name: string) =>
  page.locator('connect-chat-staff-dialog').getByRole('button', { name, exact: true }).click();
const isClean = async (page: Page, what: string): Promise<void> =>
  assert.equal(await violationsOf(page), [], what);
const backgroundOf = (page: Page, part: string): Promise<string> =>
  page.evaluate((name) => {
    const root = document.querySelector('connect-chat-widget')!.shadowRoot!;
    const panel = root.querySelector('connect-chat-panel')?.shadowRoot;
    const element = panel?.querySelector(`[part~="${name}"]`) ?? root.querySelector(`[part~="${name}"]`)!;
    return getComputedStyle(element).backgroundColor;
  }, part);

/** Asserts that on usual screens the preview, with its composer and its launcher, is visible without scrolling. */
async function showsWholePreview(page: Page): Promise<void> {
  const preview = page.frameLocator('iframe');
  const before = page.viewportSize()!;
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1440, height: 900 },
  ])
    for (const device of ['Phone', 'Desktop']) {
      await page.setViewportSize(size);
      await page.evaluate(() => scrollTo(0, 0));
      await page.getByLabel('Device').selectOption({ label: device });
      const look = `${device}, ${size.width} by ${size.height}`;
      await page.getByLabel('State').selectOption({ label: 'In a chat' });
      await isWithin(preview.getByRole('textbox'), size, `composer: ${look}`);
      await page.getByLabel('State').selectOption({ label: 'Closed' });
      await isWithin(preview.getByRole('button', { name: 'Start chat' }), size, `launcher: ${look}`);
      await isWithin(page.locator('iframe'), size, `preview: ${look}`);
    }
  await page.setViewportSize(before);
  await page.getByLabel('State').selectOption({ label: 'In a chat' });
}

/** Asserts that the whole element is in the window, and large enough to recognize; waits for the layout. */
async function isWithin(element: Locator, size: { width: number; height: number }, what: string) {
  await element.waitFor();
  await element.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  const { x, y, width, height } = (await element.boundingBox())!;
  const seen = JSON.stringify({ x, y, width, height });
  assert.ok(x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height, `${what}: ${seen}`);
  assert.ok(width >= 20 && height >= 12, `${what}: ${seen}`);
}

story('goes from the set-up link to code, keys and a widget with these pages only', async (context) => {
  const { admin, website, placed } = context;
  const { page } = admin;
  page.setDefaultTimeout(90_000);
  // A panel that is still fading in fails the contrast check.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('link', { name: 'Customise' }).click();
  await page.getByRole('heading', { name: 'Widgets' }).waitFor();
  await isClean(page, 'list');
  await press(page, 'Create widget');
  await named(page, 'Name').fill('Corner shop');
  await isClean(page, 'create');
  await inDialog(page, 'Create widget');
  await page.getByRole('heading', { name: 'Corner shop' }).waitFor();

  await page.getByLabel('Typeface', { exact: true }).selectOption({ label: 'Georgia' });
  await page.getByText('All colours', { exact: true }).click();
  await named(page, 'Header colour').fill('#0a7f3f');
  await named(page, 'Header text colour').fill('#11903f');
  await page.getByText('needs 4.5 : 1').waitFor();
  // Until then, the preview has the low contrast that the page warns of.
  await press(page, /^Use #/);
  assert.is(await page.getByText('Hard to read').count(), 0);
  await isClean(page, 'look');
  await named(page, 'Title').fill('Ask the baker');
  const preview = page.frameLocator('iframe');
  await preview.getByRole('dialog', { name: 'Ask the baker' }).waitFor();

  // The preview doesn't take the focus from a person who types beside it.
  for (const moment of ['closed', 'open'])
    await page.getByLabel('State').evaluate((select: HTMLSelectElement, value) => {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    }, moment);
  await preview.getByRole('textbox').waitFor();
  await preview.locator('body').evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await page.keyboard.type('s');
  assert.is(await named(page, 'Title').inputValue(), 'Ask the bakers');
  await named(page, 'Title').fill('Ask the baker');

  for (const moment of ['Just opened', 'No agents available', 'Error', 'Closed', 'In a chat'])
    await page.getByLabel('State').selectOption({ label: moment });
  for (const [label, choice] of [
    ['Device', 'Phone'],
    ['Theme', 'Dark'],
    ['Direction', 'Right to left'],
  ] as const)
    await page.getByLabel(label).selectOption({ label: choice });
  await preview.getByRole('dialog', { name: 'Ask the baker' }).waitFor();
  await preview.getByText('It’s on its way').waitFor();
  await isClean(page, 'preview');
  for (const [label, choice] of [
    ['Theme', 'Light'],
    ['Direction', 'Automatic'],
  ] as const)
    await page.getByLabel(label).selectOption({ label: choice });
  await showsWholePreview(page);

  await unfold(page, 'Before the chat');
  await press(page, 'E-mail');
  await page.getByLabel('State').selectOption({ label: 'Pre-chat questions' });
  await page.locator('connect-chat-widget-preview').getByLabel('Language').selectOption({ label: 'Deutsch' });
  await preview.getByRole('textbox', { name: 'Your e-mail address (optional)' }).waitFor();
  await preview.getByRole('button', { name: 'Chat starten' }).waitFor();
  await page.locator('connect-chat-widget-preview').getByLabel('Language').selectOption({ label: 'العربية' });
  await preview.getByRole('button', { name: 'بدء المحادثة' }).waitFor();
  await isClean(page, 'look, with a question, and the preview in Arabic');
  await press(page, 'Remove question 1');

  await press(page, 'Next');
  await press(page, 'Add domain');
  await named(page, 'Website 1').fill('shop.example');
  await page.getByText('Start with https://. Did you mean https://shop.example?').waitFor();
  await isClean(page, 'websites');
  await named(page, 'Website 1').fill(website.origin);
  await page.getByRole('radio', { name: /^Yes/ }).check();
  await press(page, 'Save and continue');
  await page.getByText('Saved. Open pages update within 2 seconds.').waitFor();
  await press(page, 'Create key');
  placed.key = (await page.getByRole('region', { name: 'security key' }).textContent())!;
  assert.is(placed.key.length, 44);
  placed.widgetId = (await page.locator('dd code').textContent())!;
  const tag = await page.getByRole('region', { name: 'the tag' }).textContent();
  const request = await page.getByRole('region', { name: 'the token request' }).textContent();
  placed.html = tag! + request!.replace('<script>', '<script nonce="NONCE">');
  await page.getByText('Waiting').waitFor();
  await isClean(page, 'code');
});

story('shows that the widget is installed, and starts a chat with the key', async (context) => {
  const { admin, browser, website } = context;
  const visitor = await openPage(browser, website.origin);
  await visitor.page.getByRole('button', { name: 'Start chat' }).click();
  await visitor.page.getByRole('dialog', { name: 'Ask the baker' }).waitFor();
  await say(visitor.page, 'Is there rye bread?');
  await hear(visitor.page, 'Is there rye bread?');
  await admin.page.getByText('Seen', { exact: true }).waitFor();

  // Saved changes appear on the open page within two seconds, and the chat continues.
  const { page } = admin;
  await page.getByRole('link', { name: '1 Look' }).click();
  await page.getByText('All colours', { exact: true }).click();
  await named(page, 'Header colour').fill('#5b2a86');
  await named(page, 'Open chat icon background').fill('#7a0045');
  await press(page, 'Save');
  await page.getByText('Saved. Open pages update within 2 seconds.').waitFor();
  const from = Date.now();
  while ((await backgroundOf(visitor.page, 'header')) !== 'rgb(91, 42, 134)')
    assert.ok(Date.now() - from < 90_000, 'the new colour did not come');
  console.log(`re-themed after ${Date.now() - from} ms`);
  await say(visitor.page, 'Still here');
  await hear(visitor.page, 'Still here');
  await visitor.page.getByRole('button', { name: 'Minimise' }).click();
  await visitor.page.getByRole('button', { name: 'Start chat' }).waitFor();
  assert.is(await backgroundOf(visitor.page, 'launcher'), 'rgb(122, 0, 69)');
  const next = await openPage(browser, website.origin);
  await next.page.getByRole('button', { name: 'Start chat' }).waitFor();
  assert.is(await backgroundOf(next.page, 'launcher'), 'rgb(122, 0, 69)');
  assert.equal([visitor.problems, next.problems], [[], []]);
  await visitor.page.context().close();
  await next.page.context().close();
});

story('replaces a key: chats start with both, then the old one is deleted', async (context) => {
  const { admin, browser, website, placed } = context;
  const { page } = admin;
  const chat = async (): Promise<Watched> => {
    const visitor = await openPage(browser, website.origin);
    await visitor.page.getByRole('button', { name: 'Start chat' }).click();
    await say(visitor.page, 'Under this key');
    return visitor;
  };
  const old = placed.key;
  await page.getByRole('link', { name: '3 Code and keys' }).click();
  await press(page, 'Rotate key');
  const fresh = (await page.getByRole('region', { name: 'security key' }).textContent())!;
  for (const key of [old, fresh]) {
    placed.key = key;
    const visitor = await chat();
    await hear(visitor.page, 'Under this key');
    await visitor.page.context().close();
  }
  await press(page, 'Delete old key');
  await page.getByRole('dialog', { name: 'Delete this key?' }).waitFor();
  await isClean(page, 'delete a key');
  await press(page, 'Delete key');
  await page.getByText('Delete key', { exact: true }).waitFor();
  placed.key = old;
  const refused = await chat();
  await refused.page.getByText('The chat couldn’t be started').waitFor();
  await refused.page.context().close();
  await page.getByText('The signature matches no key of this widget.').waitFor();

  const token = (
    (await (await fetch(`${website.origin.replace('shop.', '')}/token`)).json()) as { data: string }
  ).data;
  await named(page, 'Token').fill(token);
  await press(page, 'Test token');
  await page.getByText('A chat can’t start with this token:').waitFor();
  placed.key = fresh;
});

story('allows a refused website with one click', async ({ admin, browser, service, placed }) => {
  const { page } = admin;
  const other = await openWebsite({ service: service.url, body: () => placed.html });
  const origin = other.origin.replace('shop.', 'other.');
  const first = await openPage(browser, origin);
  await press(page, `Allow ${origin}`);
  await page.getByText('Saved. Open pages update within 2 seconds.').waitFor();
  await first.page.reload();
  await first.page.getByRole('button', { name: 'Start chat' }).waitFor();
  await first.page.context().close();
  await other.close();
});

story(
  "resolves a conflict of two editors: the second sees the first one's changes, and nothing is lost",
  async (context) => {
    const { admin, service, placed } = context;
    const { page } = admin;
    await page.getByRole('link', { name: '1 Look' }).click();
    await named(page, 'Title').fill('Mine');
    await service.rest('PATCH', `/api/widgets/${placed.widgetId}`, {
      texts: { title: 'Theirs', welcome: 'Welcome in' },
    });
    await press(page, 'Save');
    await page.getByRole('dialog', { name: /saved while you were editing/ }).waitFor();
    await page.getByText('You both changed these:').waitFor();
    await isClean(page, 'conflict');
    await press(page, 'Overwrite with mine');
    await page.getByText('Saved. Open pages update within 2 seconds.').waitFor();
    const { body } = await service.rest<{ texts: object }>('GET', `/api/widgets/${placed.widgetId}`);
    assert.equal(body.texts, {
      title: 'Mine',
      welcome: 'Welcome in',
      launcher: '',
      labels: {},
      byLanguage: {},
    });

    // The history has every version, and a way back.
    await page.getByRole('link', { name: 'History' }).click();
    await page.getByText('by ada').first().waitFor();
    await isClean(page, 'history');
    const newest = page.getByRole('list', { name: 'Versions, newest first' }).getByRole('listitem').first();
    const live = Number(/Version (\d+)/.exec(await newest.innerText())![1]);
    await press(page, /^Restore version 2$/);
    await newest.getByText(`Version ${live + 1} Live`).waitFor();
    const back = await service.rest<{ texts: { title: string } }>('GET', `/api/widgets/${placed.widgetId}`);
    assert.is(back.body.texts.title, 'Ask the baker');
  },
);

story('warns about unsaved changes, and manages accounts', async ({ admin, service }) => {
  const { page } = admin;
  await page.getByRole('link', { name: '1 Look' }).click();
  await named(page, 'Title').fill('Not saved');
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor();
  await press(page, 'Keep editing');
  assert.is(await named(page, 'Title').inputValue(), 'Not saved');
  await page.getByRole('link', { name: 'Accounts' }).click();
  await press(page, 'Leave without saving');
  await press(page, 'Add account');
  await named(page, 'Username').fill('maria');
  await named(page, 'Name').fill('Maria');
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
  await isClean(page, 'account');
  await inDialog(page, 'Add account');
  await page.getByText('Maria was added.').waitFor();
  await isClean(page, 'accounts');
  await press(page, 'Disable Maria');
  await inDialog(page, 'Disable');
  await page.getByText('Maria was disabled.').waitFor();
  const { body } = await service.rest<{ username: string; disabled: boolean }[]>('GET', '/api/agents');
  assert.is(body.find(({ username }) => username === 'maria')!.disabled, true);
});

story('copies a widget, and deletes it after its name was typed', async ({ admin }) => {
  const { page } = admin;
  await page.getByRole('link', { name: 'Widgets' }).click();
  await press(page, 'Duplicate Corner shop');
  await inDialog(page, 'Create widget');
  await page.getByRole('heading', { name: 'Copy of Corner shop' }).waitFor();
  await page.getByRole('link', { name: 'Widgets', exact: true }).first().click();
  await press(page, 'Delete Copy of Corner shop');
  await press(page, 'Delete widget');
  await page.getByText('Type Copy of Corner shop exactly as shown.').waitFor();
  await page.getByLabel(/^Type Copy/).fill('Copy of Corner shop');
  await press(page, 'Delete widget');
  await page.getByText('Copy of Corner shop was deleted.').waitFor();
  await page.setViewportSize({ width: 320, height: 640 });
  await isClean(page, 'list at 400 %');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} pixels too wide`);
  assert.equal(
    admin.problems.filter((text) => !/412|Failed to load resource/.test(text)),
    [],
  );
});
/** Presses Tab until an element with this name has the focus. Fails with the names that were passed. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const { labels } = element as HTMLInputElement;
      return (
        element?.getAttribute('aria-label') ??
        labels?.[0]?.textContent ??
        element?.textContent ??
        ''
      ).trim();
    });
    met.push(focused);
    if (name.test(focused)) return;
  }
  throw new Error(`The Tab key met no ${String(name)}: ${met.join(' | ')}`);
}

story('creates a widget with the keyboard only', async ({ admin, service }) => {
  const { page } = admin;
  await page.goto(`${service.url}/admin/`);
  await page.getByRole('heading', { name: 'Widgets' }).waitFor();
  await tabTo(page, /^Create widget$/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('By keys');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'By keys' }).waitFor();
  await tabTo(page, /^Typeface/);
  await page.keyboard.press('ArrowDown');
  await tabTo(page, /^Title/);
  await page.keyboard.type('Ask by keys');
  await tabTo(page, /^Next$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Add domain$/);
  await page.keyboard.press('Enter');
  await named(page, 'Website 1').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('https://keys.example');
  await tabTo(page, /^Save and continue$/);
  await page.keyboard.press('Enter');
  await page.getByText('Waiting', { exact: true }).waitFor();
  const { body } = await service.rest<{ name: string; domains: string[]; texts: { title: string } }[]>(
    'GET',
    '/api/widgets',
  );
  const made = body.find(({ name }) => name === 'By keys')!;
  assert.equal([made.domains, made.texts.title], [['https://keys.example'], 'Ask by keys']);
});

story.run();
