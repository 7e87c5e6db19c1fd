import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser, Page } from 'playwright-core';
import { isWithoutBarriers } from '../support/axe.js';
import { openBrowser } from '../support/open-browser.js';
import { createAdministrator, endAsAgent, hear, openPage, say, signIn } from '../support/people.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

const journey = suite<{ browser: Browser; service: ServiceProcess; widget: string }>(
  'before and after a chat',
);
journey.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.browser = await openBrowser();
  const { body } = await context.service.rest<{ widgetId: string }[]>('GET', '/api/widgets');
  context.widget = `/api/widgets/${body[0]!.widgetId}`;
});
journey.after(async ({ browser, service }) => {
  await browser.close();
  await service.stop('SIGKILL');
});

interface Contact {
  contactId: string;
  customerName: string;
  state: string;
  queueId: string | null;
  leftMessage: boolean;
  attributes: Record<string, string>;
  survey: { kind: string; rating: number; comment: string } | null;
}
const newest = async (service: ServiceProcess): Promise<Contact> =>
  (await service.rest<{ contacts: Contact[] }>('GET', '/api/contacts?limit=1')).body.contacts[0]!;
const endChat = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'End chat' }).click();
  const question = page.getByRole('group', { name: 'End this chat?' });
  await question.getByRole('button', { name: 'End chat' }).click();
};

journey(
  'a visitor rates a chat, and the agent sees the rating at once',
  async ({ browser, service, widget }) => {
    await service.rest('PATCH', widget, { survey: { kind: 'STARS' } });
    const agent = await createAdministrator(browser, service);
    await agent.page.getByLabel('Status').selectOption({ label: 'Available' });
    const visitor = await openPage(browser, `${service.url}/demo/`);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Start chat' }).click();
    await say(page, 'Is it red?');
    await agent.page.getByRole('button', { name: 'Accept' }).click();
    await hear(agent.page, 'Is it red?');
    await endChat(page);

    const stars = page.getByRole('group', { name: 'How was this chat?' });
    await stars.getByRole('radio', { name: '1 of 5' }).waitFor();
    await isWithoutBarriers(page, 'widget: stars');

    // Nothing is chosen yet, so the form says so and focuses the field.
    const send = page.getByRole('button', { name: 'Send' });
    await send.click();
    await page.getByText('Please choose one.').waitFor();
    await isWithoutBarriers(page, 'widget: nothing chosen');

    // By keyboard only, like any group of radio buttons.
    await page.keyboard.press('Space');
    for (let star = 1; star < 4; star += 1) await page.keyboard.press('ArrowRight');
    assert.ok(await stars.getByRole('radio', { name: '4 of 5' }).isChecked());
    await page.getByLabel('Anything you’d like to add?').fill('Quick!');
    await isWithoutBarriers(page, 'widget: stars chosen');
    await send.click();
    await page.getByText('Thanks for your feedback!').waitFor();
    await isWithoutBarriers(page, 'widget: thanks');

    const { survey } = await newest(service);
    assert.equal([survey?.kind, survey?.rating, survey?.comment], ['STARS', 4, 'Quick!']);
    await agent.page.getByText('4 of 5 stars').waitFor();
    await agent.page.getByText('Quick!').waitFor();
    await isWithoutBarriers(agent.page, 'console: a chat that was rated');

    // The question is not repeated, even if the page is left in between.
    await page.reload();
    await page.getByText('Thanks for your feedback!').waitFor();
    assert.is(await stars.count(), 0);
    assert.equal(visitor.problems, []);
    assert.equal(agent.problems, []);
    await agent.page.context().close();
    await page.context().close();
  },
);

journey('a rating survives a lost connection', async ({ browser, service, widget }) => {
  await service.rest('PATCH', widget, { survey: { kind: 'THUMBS', question: 'Happy?', comment: false } });
  const { page } = await openPage(browser, `${service.url}/demo/`);
  await page.getByRole('button', { name: 'Start chat' }).click();
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
  await say(page, 'One moment');
  await hear(page, 'One moment');
  await endChat(page);
  await page.getByRole('group', { name: 'Happy?' }).getByRole('radio', { name: 'Not good' }).waitFor();
  await isWithoutBarriers(page, 'widget: thumbs');
  await page.context().setOffline(true);
  await page.getByText('Not good').click();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thanks for your feedback! Waiting…').waitFor();
  assert.is((await newest(service)).survey, null);
  await page.context().setOffline(false);
  await page.getByText('Thanks for your feedback!', { exact: true }).waitFor();
  const { survey } = await newest(service);
  assert.equal([survey?.kind, survey?.rating, survey?.comment], ['THUMBS', 0, '']);
  await page.context().close();
});

journey('an offline message is answered once an agent is available', async ({ browser, service, widget }) => {
  const closed = { timeZone: 'Europe/Berlin', config: [] };
  await service.rest('PUT', '/api/queues/default', { name: 'Default queue', hoursOfOperation: closed });
  await service.rest('PATCH', widget, { away: { whenClosed: 'LEAVE_MESSAGE' } });
  const visitor = await openPage(browser, `${service.url}/demo/`);
  const { page } = visitor;
  await page.getByRole('button', { name: 'Start chat' }).click();
  await page.getByText(/We’re closed right now/).waitFor();
  assert.is(await page.getByRole('textbox', { name: 'Message', exact: true }).count(), 0);
  await isWithoutBarriers(page, 'widget: message to leave');

  // The first field has the focus, and each missing answer is reported beside its field.
  await page.keyboard.type('Cleo');
  assert.is(await page.getByRole('textbox', { name: 'Name' }).inputValue(), 'Cleo');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Please fill this in.').first().waitFor();
  await isWithoutBarriers(page, 'widget: message to leave with mistakes');
  await page.getByRole('textbox', { name: 'Email' }).fill('cleo@example.com');
  await page.getByRole('textbox', { name: 'Your message' }).fill('Please call me back.');
  await page.getByRole('button', { name: 'Send' }).click();
  await hear(page, 'Please call me back.');
  await page.getByText('Thanks, we’ve got your message. We’ll reply here.').waitFor();
  await isWithoutBarriers(page, 'widget: message left');

  const left = await newest(service);
  assert.equal(
    [left.customerName, left.state, left.queueId, left.leftMessage],
    ['Cleo', 'ACTIVE', 'default', true],
  );
  assert.is(left.attributes.email, 'cleo@example.com');

  const agent = await signIn(browser, service, 'ada');
  await agent.page.getByText('Left a message').waitFor();
  await isWithoutBarriers(agent.page, 'console: a message that was left rings');
  await agent.page.getByRole('button', { name: 'Accept' }).click();
  await hear(agent.page, 'Please call me back.');
  assert.is(
    await agent.page
      .getByRole('region', { name: 'Customer' })
      .getByRole('link', { name: 'cleo@example.com' })
      .getAttribute('href'),
    'mailto:cleo@example.com',
  );
  await say(agent.page, 'We will.');
  await hear(page, 'We will.');
  await endAsAgent(agent.page);
  assert.equal(visitor.problems, []);
  // Before the sign-in, the page checks for a session and gets 401.
  assert.equal(
    agent.problems.filter((problem) => !problem.includes('401')),
    [],
  );
});

journey.run();
