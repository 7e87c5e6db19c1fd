import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Page } from 'playwright-core';
import { acceptNext } from '../support/agent-at-work.js';
import { createAgent, say, signIn } from '../support/people.js';
import { closeShop, createWidget, elementScript, openShop, visit, type Shop } from '../support/shop.js';

interface Ringing extends Shop {
  desk: Page;
}

const rings = suite<Ringing>("offers at an agent's console");
rings.before(async (context) => {
  await openShop(context);
  // Only the console can get offers.
  context.agent.setStatus('OFFLINE');
  await createAgent(context.service, 'maria');
  context.desk = (await signIn(context.browser, context.service, 'maria')).page;
});
rings.after(closeShop);

const offers = (desk: Page) => desk.getByRole('region', { name: /^New chat/ });
const open = (page: Page) => page.getByRole('button', { name: 'Start chat' }).click();
const contacts = async ({ service }: Ringing): Promise<number> =>
  (await service.rest<{ contacts: unknown[] }>('GET', '/api/contacts?state=ACTIVE')).body.contacts.length;
const decline = async (desk: Page) => {
  await desk.getByRole('button', { name: 'Decline' }).click();
  await offers(desk).waitFor({ state: 'detached' });
};

rings("begin with the visitor's first message, not when the widget is opened", async (context) => {
  const { desk } = context;
  context.placed = elementScript(context) + (await createWidget(context));
  const { page, openSockets, problems } = await visit(context);
  await open(page);
  await page.getByRole('log').getByText('Hi! How can we help?').waitFor();
  await page.getByRole('textbox', { name: 'Message' }).fill('Where is my par');
  assert.is(openSockets(), 0, 'no agent knows of the visitor yet');
  assert.is(await contacts(context), 0);
  assert.is(await offers(desk).count(), 0);

  await say(page, 'Where is my parcel?');
  await offers(desk).getByText('Where is my parcel?').waitFor();
  const [first, second] = await page.getByRole('log').locator('.bubble').allInnerTexts();
  assert.is(first!.trim(), 'Hi! How can we help?');
  assert.is(second!.trim(), 'Where is my parcel?', 'the greeting of the flow answers the message');
  await desk.getByRole('button', { name: 'Accept' }).click();
  await desk.getByRole('log').getByText('Where is my parcel?').waitFor();
  assert.equal(problems, []);
  await page.getByRole('button', { name: 'End chat' }).click();
  await page.getByRole('group', { name: 'End this chat?' }).getByRole('button', { name: 'End chat' }).click();
  await page.getByRole('button', { name: 'New chat' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  assert.is(await contacts(context), 0, '“New chat” makes no offer before a message');
  await page.context().close();
});

rings('show what the visitor writes while they ring', async (context) => {
  const { desk } = context;
  context.placed = elementScript(context) + (await createWidget(context));
  const { page } = await visit(context);
  await open(page);
  await say(page, 'Hello');
  await offers(desk).getByText('Hello').waitFor();
  await say(page, 'It is about my order');
  await offers(desk).getByText('It is about my order').waitFor();
  await decline(desk);
  await page.context().close();
});

rings('begin when the panel is opened if the widget is configured so', async (context) => {
  const { desk } = context;
  context.placed = elementScript(context) + (await createWidget(context, { startOn: 'open' }));
  const { page } = await visit(context);
  await open(page);
  await offers(desk).getByText('No message yet').waitFor();
  await decline(desk);
  await page.context().close();
});

rings('begin when the page starts the chat itself', async (context) => {
  const { desk } = context;
  context.placed = elementScript(context) + (await createWidget(context));
  const { page } = await visit(context);
  await page.getByRole('button', { name: 'Start chat' }).waitFor();
  await page.evaluate(() =>
    (
      document.querySelector('connect-chat-widget') as unknown as { startChat(): Promise<unknown> }
    ).startChat(),
  );
  await offers(desk).waitFor();
  await decline(desk);
  await page.context().close();
});

rings('go to another agent when one declines', async (context) => {
  context.agent.setStatus('AVAILABLE');
  await acceptNext(context.agent);
});
rings.run();
