import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Page } from 'playwright-core';
import { acceptNext, heardBy } from '../support/agent-at-work.js';
import { hear, say } from '../support/people.js';
import { closeShop, createWidget, elementScript, openShop, visit, type Shop } from '../support/shop.js';

interface Kept {
  isOldPage?: boolean;
}

const leaving = suite<Shop>('a visitor who leaves the page');
leaving.before(openShop);
leaving.after(closeShop);

/** Visits another website, does something there, and returns with the browser's back button. */
async function leaveAndReturn(page: Page, elsewhere: string, there: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => ((window as Kept).isOldPage = persisted)),
  );
  await page.goto(elsewhere);
  await there();
  // A page from the back/forward cache is not loaded.
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction(() => (window as Kept).isOldPage !== undefined);
}

leaving('finds the page and its chat unchanged', async (shop) => {
  const { agent } = shop;
  shop.placed = elementScript(shop) + (await createWidget(shop));
  const { page, problems } = await visit(shop);
  await page.getByRole('button', { name: 'Start chat' }).click();
  await say(page, 'I’ll be back');
  const contactId = await acceptNext(agent);
  await agent.send(contactId, 'See you');
  await hear(page, 'See you');
  await page.getByRole('textbox', { name: 'Message' }).fill('A draft');

  await leaveAndReturn(page, 'data:text/html,Elsewhere', () => agent.send(contactId, 'While you were away'));
  assert.is(await page.evaluate(() => (window as Kept).isOldPage), true);
  await hear(page, 'While you were away');
  assert.is(await page.getByRole('textbox', { name: 'Message' }).inputValue(), 'A draft');
  await say(page, 'Here I am');
  await heardBy(agent, contactId, ['I’ll be back', 'Here I am']);
  assert.is(await page.getByRole('log').getByText('See you').count(), 1);
  assert.equal(problems, []);
  await page.context().close();
});

leaving("isn't asked or delayed by a listener for the end of the page", async (shop) => {
  shop.placed = elementScript(shop) + (await createWidget(shop));
  const { page } = await visit(shop);
  await page.getByRole('button', { name: 'Start chat' }).click();
  await say(page, 'Hello');
  await acceptNext(shop.agent);
  const devTools = await page.context().newCDPSession(page);
  const { result } = await devTools.send('Runtime.evaluate', { expression: 'window' });
  const { listeners } = await devTools.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
  const types = listeners.map(({ type }) => type);
  assert.ok(types.includes('pageshow'), 'listeners can be seen');
  assert.equal(
    types.filter((type) => type === 'unload' || type === 'beforeunload'),
    [],
  );
  await page.context().close();
});
leaving.run();
