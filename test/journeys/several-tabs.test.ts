import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { acceptNext, endedFor, heardBy } from '../support/agent-at-work.js';
import { hear, say } from '../support/people.js';
import {
  closeShop,
  createWidget,
  elementScript,
  eventually,
  openShop,
  visit,
  watch,
  type Shop,
  type Visit,
} from '../support/shop.js';

const tabs = suite<Shop>('a visitor with two tabs');
tabs.before(openShop);
tabs.after(closeShop);

interface Heard {
  /** The number of sounds that the tab played. */
  notes: number;
  /** How often it asked whether another tab plays the sound for an item. */
  asked: number;
  unread: number;
  messages: string[];
}

/** Records a tab's sounds and events. */
const listen = (): void => {
  const heard: Heard = { notes: 0, asked: 0, unread: 0, messages: [] };
  Object.assign(window, { heard });
  const { createOscillator } = AudioContext.prototype;
  AudioContext.prototype.createOscillator = function (this: AudioContext) {
    heard.notes += 1;
    return createOscillator.call(this);
  };
  const { getItem } = Storage.prototype;
  Storage.prototype.getItem = function (this: Storage, key: string) {
    if (key.endsWith('sounded')) heard.asked += 1;
    return getItem.call(this, key);
  };
  document.addEventListener('connect-chat-unread', (event) => {
    heard.unread = (event as CustomEvent<{ count: number }>).detail.count;
  });
  document.addEventListener('connect-chat-message', (event) => {
    heard.messages.push((event as CustomEvent<{ content: string }>).detail.content);
  });
};
const heardIn = ({ page }: Visit): Promise<Heard> =>
  page.evaluate(() => (window as unknown as { heard: Heard }).heard);
const textsIn = ({ page }: Visit): Promise<string[]> => page.locator('.bubble').allInnerTexts();

tabs('has one chat in both: the same items, one number of unread messages, one sound', async (shop) => {
  const { agent, website } = shop;
  shop.placed = elementScript(shop) + (await createWidget(shop));
  const first = await visit(shop, { before: listen });
  await first.page.getByRole('button', { name: 'Start chat' }).click();
  await say(first.page, 'From the first tab');
  const contactId = await acceptNext(agent);
  await agent.send(contactId, 'Heard you');
  await hear(first.page, 'Heard you');

  const page = await first.page.context().newPage();
  await page.addInitScript(listen);
  page.setDefaultTimeout(90_000);
  const second = watch(page);
  await page.goto(website.origin);
  await page.getByRole('button', { name: 'Start chat' }).click();
  for (const text of ['From the first tab', 'Heard you']) await hear(page, text);
  await say(page, 'From the second tab');
  await hear(first.page, 'From the second tab');
  await heardBy(agent, contactId, ['From the first tab', 'From the second tab']);
  assert.equal(await textsIn(first), await textsIn(second));
  const said = ['From the first tab', 'Heard you', 'From the second tab'];
  assert.equal(
    (await textsIn(first)).filter((text) => said.includes(text)),
    said,
  );

  for (const each of [first, second]) {
    await each.page.bringToFront();
    await each.page.getByRole('button', { name: 'Minimise' }).click();
  }
  const both = [first, second];
  const notes = async (): Promise<number> =>
    (await Promise.all(both.map(heardIn))).reduce((total, heard) => total + heard.notes, 0);
  const before = await Promise.all(both.map(heardIn));
  const notesBefore = await notes();
  await agent.send(contactId, 'One');
  for (const [index, { page: tab }] of both.entries()) {
    await tab.getByRole('button', { name: /New messages: 1/ }).waitFor();
    await tab.waitForFunction(
      (asked) => (window as unknown as { heard: Heard }).heard.asked > asked,
      before[index]!.asked,
    );
  }
  // A chime has two notes.
  await eventually(async () => (await notes()) >= notesBefore + 2, page);
  await agent.send(contactId, 'Two');
  for (const { page: tab } of both) await tab.getByRole('button', { name: /New messages: 2/ }).waitFor();
  assert.equal(
    (await Promise.all(both.map(heardIn))).map(({ unread }) => unread),
    [2, 2],
  );
  await eventually(async () => (await notes()) >= notesBefore + 4, page);
  assert.is(await notes(), notesBefore + 4);

  // What is read in one tab counts as read in the other.
  await second.page.getByRole('button', { name: 'Start chat' }).click();
  await hear(second.page, 'Two');
  await first.page.getByRole('button', { name: /New messages: 2/ }).waitFor({ state: 'detached' });
  for (const each of [first, second])
    assert.equal(
      (await heardIn(each)).messages.filter((text) => text === 'One' || text === 'Two'),
      ['One', 'Two'],
    );

  await second.page.getByRole('button', { name: 'End chat' }).click();
  await second.page
    .getByRole('group', { name: 'End this chat?' })
    .getByRole('button', { name: 'End chat' })
    .click();
  await endedFor(agent, contactId);
  await first.page.bringToFront();
  await first.page.getByRole('button', { name: 'Start chat' }).click();
  await first.page.getByText('The chat has ended').waitFor();
  assert.equal([first.problems, second.problems], [[], []]);
  await page.context().close();
});
tabs.run();
