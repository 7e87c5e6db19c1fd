import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/open-browser.js';
import { createAdministrator, hear, openPage, say } from '../support/people.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

/** The animation with which the last message, which has this text, enters the transcript. */
const entranceOf = (page: Page, text: string): Promise<string> =>
  page
    .getByRole('log')
    .getByText(text)
    .evaluate((element) => getComputedStyle(element.closest('.other')!).animationName);

const journey = suite<{ browser: Browser; service: ServiceProcess }>('a newcomer');
journey.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.browser = await openBrowser();
});
journey.after(async ({ browser, service }) => {
  await browser.close();
  await service.stop('SIGKILL');
});

journey('follows the set-up link, and chats on the sample page', async ({ browser, service }) => {
  const agent = await createAdministrator(browser, service);
  await agent.page.getByLabel('Status').selectOption({ label: 'Available' });

  const visitor = await openPage(browser, `${service.url}/demo/`);
  await visitor.page.getByRole('button', { name: 'Start chat' }).click();
  await visitor.page.getByRole('dialog', { name: 'Chat with us' }).waitFor();
  await say(visitor.page, 'Do you have plum cake?');
  await agent.page.getByRole('button', { name: 'Accept' }).click();
  await hear(agent.page, 'Do you have plum cake?');
  await say(agent.page, 'Three left. Shall I keep one?');
  await hear(visitor.page, 'Three left. Shall I keep one?');
  await hear(visitor.page, 'Ada has joined the chat');
  assert.is(await entranceOf(visitor.page, 'Three left. Shall I keep one?'), 'arrive');
  await visitor.page.emulateMedia({ reducedMotion: 'reduce' });
  assert.is(await entranceOf(visitor.page, 'Three left. Shall I keep one?'), 'none', 'with reduced motion');
  await visitor.page.emulateMedia({ reducedMotion: null });

  // Both sides see that their messages were read.
  await visitor.page.getByText('Read', { exact: true }).waitFor();
  await agent.page.getByText('Read', { exact: true }).waitFor();

  // Typing is shown, and disappears with the sent message.
  await visitor.page.getByRole('textbox', { name: 'Message' }).pressSequentially('Yes');
  await agent.page.getByText('Customer is typing…').first().waitFor();
  await visitor.page.getByRole('textbox', { name: 'Message' }).press('Enter');
  await hear(agent.page, 'Yes');

  // After a reload, the chat is where it was.
  await visitor.page.reload();
  await hear(visitor.page, 'Yes');
  await hear(visitor.page, 'Three left. Shall I keep one?');

  // The launcher counts the messages that arrived meanwhile.
  await visitor.page.getByRole('button', { name: 'Minimise' }).click();
  await say(agent.page, 'Kept!');
  await visitor.page.getByRole('button', { name: /New messages: 1/ }).waitFor();
  await visitor.page.getByRole('button', { name: 'Start chat' }).click();
  await hear(visitor.page, 'Kept!');

  await visitor.page.getByRole('button', { name: 'End chat' }).click();
  const question = visitor.page.getByRole('group', { name: 'End this chat?' });
  await question.getByRole('button', { name: 'End chat' }).click();
  await visitor.page.getByRole('button', { name: 'New chat' }).waitFor();
  await agent.page.getByText('The chat has ended.').waitFor();
  assert.equal(visitor.problems, []);
  assert.equal(agent.problems, []);
});

journey('finds that the set-up link is used up', async ({ browser, service }) => {
  const link = /http\S+\/setup\/#\S+/.exec(service.output())![0];
  const { page } = await openPage(browser, link);
  await page.getByRole('heading', { name: 'This link has already been used or has expired' }).waitFor();
  assert.is(await page.getByLabel('Username').count(), 0, 'there is no form to fill in');
});

journey('continues after a restart of the service during a chat', async ({ browser, service }) => {
  const agent = await (async () => {
    const watched = await openPage(browser, `${service.url}/agent/`);
    await watched.page.getByRole('textbox', { name: 'Username' }).fill('ada');
    await watched.page.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
    await watched.page.getByRole('button', { name: 'Sign in' }).click();
    await watched.page.getByLabel('Status').selectOption({ label: 'Available' });
    return watched;
  })();
  const visitor = await openPage(browser, `${service.url}/demo/`);
  await visitor.page.getByRole('button', { name: 'Start chat' }).click();
  await say(visitor.page, 'before');
  await agent.page.getByRole('button', { name: 'Accept' }).click();
  await hear(agent.page, 'before');

  await service.stop('SIGKILL');
  await visitor.page.getByText('Connection lost.').waitFor();
  await say(visitor.page, 'while it is down');
  await say(agent.page, 'the agent too');
  await service.start();
  await hear(agent.page, 'while it is down');
  await hear(visitor.page, 'the agent too');
  await say(visitor.page, 'after');
  await hear(agent.page, 'after');

  const texts = await agent.page.getByRole('log').locator('.bubble').allTextContents();
  const said = texts.filter((text) =>
    ['before', 'while it is down', 'the agent too', 'after'].includes(text),
  );
  assert.is(said.length, 4);
  assert.equal(
    said.filter((text) => text !== 'the agent too'),
    ['before', 'while it is down', 'after'],
  );
});
journey.run();
