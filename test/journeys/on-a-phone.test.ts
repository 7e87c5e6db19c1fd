import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Page } from 'playwright-core';
import { acceptNext } from '../support/agent-at-work.js';
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

const phones = suite<Shop>('a chat on a touch screen');
phones.before(openShop);
phones.after(closeShop);

/** The part of the page above the keyboard: its height, and how far the browser has moved it. */
interface Seen {
  height: number;
  offsetTop: number;
}

/** Simulates a phone's visual viewport, because headless browsers have no on-screen keyboard. */
function replaceViewport(): void {
  const viewport = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
  Object.defineProperty(window, 'visualViewport', { value: viewport });
}
const show = (page: Page, seen: Seen): Promise<void> =>
  page.evaluate((seen) => {
    Object.assign(visualViewport!, seen).dispatchEvent(new Event('resize'));
  }, seen);

/** Whether the header and the composer are visible, with the end of the transcript between them. */
async function fits(page: Page, { height, offsetTop }: Seen): Promise<boolean> {
  const top = (await page.getByRole('heading', { name: 'Chat with us' }).boundingBox())!;
  const bottom = (await page.getByRole('button', { name: 'Send' }).boundingBox())!;
  const last = (await page.getByRole('log').getByText('Line 20').boundingBox())!;
  return (
    top.y >= offsetTop &&
    bottom.y + bottom.height <= offsetTop + height &&
    last.y > top.y &&
    last.y + last.height <= bottom.y
  );
}

const screens = [
  { name: 'a phone', size: { width: 390, height: 844 }, keyboard: 336 },
  { name: 'a phone on its side', size: { width: 844, height: 390 }, keyboard: 190 },
  { name: 'a tablet', size: { width: 1024, height: 768 }, keyboard: 398 },
];
for (const { name, size, keyboard } of screens)
  phones(`of ${name} stays above the keyboard, with the draft and the latest message`, async (shop) => {
    shop.placed = elementScript(shop) + (await createWidget(shop));
    const touch = { viewport: size, hasTouch: true, isMobile: true, reducedMotion: 'reduce' } as const;
    const { page } = await visit(shop, { ...touch, before: replaceViewport });
    await page.getByRole('button', { name: 'Start chat' }).click();
    await say(page, 'Hello');
    const contactId = await acceptNext(shop.agent);
    for (let line = 1; line <= 20; line += 1) await shop.agent.send(contactId, `Line ${line}`);
    await hear(page, 'Line 20');
    const above = size.height - keyboard;
    const views = [
      { height: above, offsetTop: 0 },
      { height: above, offsetTop: 60 },
      { height: size.height, offsetTop: 0 },
    ];
    for (const seen of views) {
      await show(page, seen);
      await eventually(() => fits(page, seen), page);
    }
    shop.agent.end(contactId);
    await page.context().close();
  });

phones("has fields with 16-pixel text, which phones don't zoom in on", async (shop) => {
  const preChat = [
    { name: 'topic', label: 'Topic' },
    { name: 'kind', label: 'Kind', type: 'select', options: ['Bread', 'Cakes'] },
  ];
  shop.placed =
    elementScript(shop) +
    (await createWidget(shop, { preChat })) +
    '<style nonce="NONCE">connect-chat-widget { --connect-chat-composer-font-size: 12px; }</style>';
  const { page } = await visit(shop, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const sizeOf = (field: string) =>
    page
      .locator(field)
      .first()
      .evaluate((each) => parseFloat(getComputedStyle(each).fontSize));
  await page.getByRole('button', { name: 'Start chat' }).click();
  await page.getByLabel('Topic').waitFor();
  assert.equal([await sizeOf('form input'), await sizeOf('form select')], [16, 16]);
  await page.getByRole('dialog').getByRole('button', { name: 'Start chat' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  assert.is(await sizeOf('textarea'), 16);
  shop.agent.end(await acceptNext(shop.agent));
  await page.context().close();
});
phones.run();
