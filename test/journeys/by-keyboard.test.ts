import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Page } from 'playwright-core';
import { contentTypes } from '../../shared/content-types.js';
import { acceptNext, endedFor, heardBy } from '../support/agent-at-work.js';
import { focused, isAt, tabTo } from '../support/keyboard.js';
import { hear } from '../support/people.js';
import {
  closeShop,
  createWidget,
  elementScript,
  eventually,
  openShop,
  visit,
  type Shop,
} from '../support/shop.js';
import { listPicker, quickReply } from '../support/widget/templates.js';

interface Journey extends Shop {
  page: Page;
  problems: string[];
  contactId: string;
}

const preChat = [
  { name: 'displayName', label: 'Your name', required: true },
  { name: 'topic', label: 'What is it about?', type: 'select', options: ['Bread', 'Cakes'] },
  { name: 'terms', label: 'I agree', type: 'checkbox', required: true },
];

// This journey clicks nothing, and fills fields in only with keys.
const journey = suite<Journey>('a visitor without a mouse');
journey.before(async (context) => {
  await openShop(context);
  const widget = await createWidget(context, { preChat, survey: { kind: 'STARS' } });
  context.placed = `<p><a href="#before">Before</a></p>${elementScript(context)}${widget}<p><a href="#after">After</a></p>`;
  const { page, problems } = await visit(context);
  // Playwright intercepts file choosers from here on, not only after a key is pressed.
  page.on('filechooser', () => undefined);
  Object.assign(context, { page, problems });
});
journey.after(closeShop);

journey('reaches the icon, opens the chat, and answers its questions', async (context) => {
  const { page, agent } = context;
  await page.locator('connect-chat-widget .launcher').waitFor();
  await tabTo(page, 'Before');
  await tabTo(page, 'Start chat');
  await page.keyboard.press('Enter');
  await isAt(page, /^Your name/);
  // Missing answers are reported, and the first of them gets the focus.
  await page.keyboard.press('Enter');
  await page.getByText('Please fill this in.').waitFor();
  await isAt(page, /^Your name/);
  await page.keyboard.type('Cleo');
  await tabTo(page, /^What is it about\?/);
  await page.keyboard.type('Cakes');
  await tabTo(page, /^I agree/);
  await page.keyboard.press('Space');
  await tabTo(page, 'Start chat');
  await page.keyboard.press('Enter');
  await isAt(page, 'Message');
  context.contactId = await acceptNext(agent);
});

journey('writes several lines, sends, and receives the answer', async ({ page, agent, contactId }) => {
  await page.keyboard.type('Two loaves,');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('please');
  await page.keyboard.press('Enter');
  await heardBy(agent, contactId, ['Two loaves,\nplease']);
  await isAt(page, 'Message');
  await agent.send(contactId, 'With pleasure');
  await hear(page, 'With pleasure');
  await isAt(page, 'Message');
});

journey('picks an emoji with the arrow keys', async ({ page, agent, contactId }) => {
  await tabTo(page, 'Emoji');
  await page.keyboard.press('Enter');
  const first = page.getByRole('group', { name: 'Emoji' }).getByRole('button').first();
  await first.waitFor();
  await isAt(page, await first.innerText());
  await page.keyboard.press('ArrowRight');
  const { name } = await focused(page);
  await page.keyboard.press('Enter');
  await isAt(page, 'Message');
  await page.keyboard.press('Enter');
  await heardBy(agent, contactId, ['Two loaves,\nplease', name]);
});

journey('answers a choice of options', async ({ page, agent, contactId }) => {
  await agent.send(contactId, JSON.stringify(quickReply()), contentTypes.interactive);
  await page.getByRole('button', { name: 'Good' }).waitFor();
  await tabTo(page, 'Good', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await isAt(page, /^Good Selected/);
  await agent.send(
    contactId,
    JSON.stringify(listPicker({ elements: [{ title: 'Billing' }, { title: 'Delivery' }] })),
    contentTypes.interactive,
  );
  await page.getByRole('button', { name: 'Delivery' }).waitFor();
  await tabTo(page, /^Delivery/);
  await page.keyboard.press('Space');
  await isAt(page, /^Delivery Selected/);
});

journey('attaches a file', async ({ page, agent, contactId }) => {
  await tabTo(page, 'Attach files');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('Bread') });
  await page.getByRole('button', { name: /^Download list\.txt/ }).waitFor();
  const items = agent.chats.find((chat) => chat.contactId === contactId)!.items;
  assert.ok(items.some(({ attachment }) => attachment?.name === 'list.txt'));
});

journey('downloads the transcript and turns the sound off in the menu', async ({ page }) => {
  await tabTo(page, 'More', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await isAt(page, 'Save transcript');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.match(download.suggestedFilename(), /\.txt$/);
  await isAt(page, 'More');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Turn sound off');
  await page.keyboard.press('Enter');
  await isAt(page, 'More');
  await page.keyboard.press('Enter');
  await isAt(page, 'Save transcript');
  await page.keyboard.press('Escape');
  await isAt(page, 'More');
});

journey('moves from the chat to the page and back without a keyboard trap', async ({ page }) => {
  await tabTo(page, 'After');
  await tabTo(page, 'Message', 'Shift+Tab');
});

journey('closes the chat with Escape, and the focus returns to where it was opened', async ({ page }) => {
  await page.keyboard.press('Escape');
  await isAt(page, 'Start chat');
  await page.keyboard.press('Enter');
  await isAt(page, 'Message');
});

journey('ends the chat, rates it, and starts another', async ({ page, agent, contactId, problems }) => {
  await tabTo(page, 'End chat', 'Shift+Tab');
  await page.keyboard.press('Enter');
  const question = page.getByRole('group', { name: 'End this chat?' });
  const yes = question.getByRole('button', { name: 'End chat' });
  await eventually(() => yes.evaluate((button) => button.matches(':focus')), page);
  await isAt(page, 'End chat');
  await page.keyboard.press('Enter');
  await endedFor(agent, contactId);
  await page.getByRole('group', { name: 'How was this chat?' }).waitFor();
  await tabTo(page, /1 of 5/);
  await page.keyboard.press('Space');
  for (let star = 1; star < 5; star += 1) await page.keyboard.press('ArrowRight');
  await tabTo(page, /^Anything you’d like to add\?/);
  await page.keyboard.type('Quick');
  await tabTo(page, 'Send');
  await page.keyboard.press('Enter');
  await page.getByText('Thanks for your feedback!').waitFor();
  await tabTo(page, 'New chat');
  await page.keyboard.press('Enter');
  await isAt(page, /^(Your name|Message)/);
  assert.equal(problems, []);
});
journey.run();
