import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findOtherBrowsers } from '../../scripts/other-browsers.mjs';
import type { AgentSession } from '../../console/agent/session/agent-session.js';
import { acceptNext, agentAtWork, endedFor, heardBy } from '../support/agent-at-work.js';
import { openChromium } from '../support/browsers/chromium-85.js';
import type { Driver } from '../support/browsers/driver.js';
import { openFirefox } from '../support/browsers/firefox.js';
import { Visitor } from '../support/browsers/visitor.js';
import { openWebKit } from '../support/browsers/webkit.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { openWebsite, type Website } from '../support/website.js';

interface Story {
  service: ServiceProcess;
  agent: AgentSession;
  website: Website;
}

/** The page collects its own problems, because every browser's protocol reports them differently. */
const gatherProblems = `<script nonce="NONCE">
  window.problems = [];
  for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation'])
    addEventListener(type, (event) => problems.push(type + ': ' + (event.message || event.reason || event.violatedDirective)));
</script>`;

const journey = suite<Story>('the main journey');
journey.before(async (context) => {
  context.service = await createService();
  const { service } = context;
  await service.start();
  let placed = '';
  context.website = await openWebsite({ service: service.url, body: () => placed });
  const { body } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
    name: 'Shop',
    domains: [context.website.origin],
  });
  placed = `${gatherProblems}<script type="module" src="${service.url}/connect-chat-widget.js"></script>
    <connect-chat-widget widget-id="${body.widgetId}"></connect-chat-widget>`;
  context.agent = await agentAtWork(service);
});
journey.after(async ({ agent, service, website }) => {
  agent?.destroy();
  await website?.close();
  await service?.stop('SIGKILL');
});

const { 'Chromium 85': chromium, Firefox: firefox, WebKit: webkit } = findOtherBrowsers();
const browsers: [string, (() => Promise<Driver>) | null][] = [
  ['Chromium 85', chromium ? () => openChromium(chromium) : null],
  ['Firefox', firefox ? () => openFirefox(firefox) : null],
  ['WebKit', webkit ? () => openWebKit(webkit) : null],
];
for (const [name, open] of browsers) {
  const title = `opens, chats, reloads, leaves and returns, loses the connection, resumes and ends, in ${name}`;
  if (open) journey(title, (story) => walk(open, story));
  else journey.skip(`${title}: it is not there`, () => undefined);
}
journey.run();

async function walk(open: () => Promise<Driver>, { service, agent, website }: Story): Promise<void> {
  const from = Date.now();
  const driver = await open();
  try {
    const visitor = new Visitor(driver);
    await driver.open(website.origin);
    await visitor.press('Start chat');
    await visitor.see('Chat with us', 'h2');
    await visitor.say('Do you have plum cake?');
    const contactId = await acceptNext(agent);
    await heardBy(agent, contactId, ['Do you have plum cake?']);
    await agent.send(contactId, 'Three left.');
    await visitor.hear('Three left.');

    assert.equal(await driver.evaluate('problems'), []);
    await driver.reload();
    await visitor.hear('Do you have plum cake?');
    await visitor.hear('Three left.');
    await visitor.say('Keep one, please.');
    await heardBy(agent, contactId, ['Do you have plum cake?', 'Keep one, please.']);

    await driver.evaluate(`addEventListener('pageshow', ({ persisted }) => (window.isOldPage = persisted))`);
    await driver.open(`${website.origin}/other`);
    await visitor.hear('Keep one, please.');
    await driver.back();
    await visitor.hear('Keep one, please.');
    const isOldPage = (await driver.evaluate('window.isOldPage')) === true;
    await agent.send(contactId, 'It is yours.');
    await visitor.hear('It is yours.');

    await service.stop('SIGKILL');
    await visitor.see('Connection lost.');
    await visitor.say('Until five?');
    await visitor.see('Your messages will be sent when you’re back online.');
    const answered = agent.send(contactId, 'Kept!');
    await service.start();
    agent.reconnectNow();
    await answered;
    await visitor.hear('Kept!');
    await visitor.seeNoMore('Connection lost.');
    await heardBy(agent, contactId, ['Do you have plum cake?', 'Keep one, please.', 'Until five?']);
    await visitor.say('Thank you');
    await heardBy(agent, contactId, [
      'Do you have plum cake?',
      'Keep one, please.',
      'Until five?',
      'Thank you',
    ]);
    await visitor.hear('Thank you');
    const shown = await visitor.transcript();
    assert.equal(shown.filter((text) => ['Until five?', 'Kept!', 'Thank you'].includes(text)).sort(), [
      'Kept!',
      'Thank you',
      'Until five?',
    ]);

    await visitor.press('End chat');
    await visitor.see('End this chat?');
    await visitor.pressIn('.question', 'End chat');
    await visitor.see('New chat', 'button');
    await endedFor(agent, contactId);
    assert.equal(await driver.evaluate('problems'), []);
    const came = isOldPage ? 'as it was' : 'anew';
    console.log(`${driver.version}: ${Date.now() - from} ms; back, the page came ${came}`);
  } finally {
    await driver.close();
  }
}
