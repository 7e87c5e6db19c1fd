import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/open-browser.js';
import { createAgent, endAsAgent, hear, openPage, say, signIn, type Watched } from '../support/people.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { openWebsite } from '../support/website.js';

interface Context {
  browser: Browser;
  service: ServiceProcess;
  agent: Watched;
}
const websites = suite<Context>('a website of its own origin');
websites.before(async (context) => {
  context.service = await createService();
  await context.service.start();
  context.browser = await openBrowser();
  await createAgent(context.service, 'grace');
  context.agent = await signIn(context.browser, context.service, 'grace');
});
websites.after(async ({ browser, service }) => {
  await browser.close();
  await service.stop('SIGKILL');
});

const forms = { tag: '?form=element', pinned: '?form=pinned', snippet: '' } as const;
for (const form of ['tag', 'pinned', 'snippet'] as const)
  for (const isSecure of form === 'pinned' ? [false] : [false, true])
    websites(
      `chats with the ${form}, ${isSecure ? 'with' : 'without'} a token`,
      async ({ browser, service, agent }) => {
        let placed = '';
        let key = '';
        let widgetId = '';
        const website = await openWebsite({
          service: service.url,
          body: () => placed,
          hasTrustedTypes: form !== 'snippet',
          token: () => ({ key, widgetId }),
        });
        const created = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
          name: form,
          domains: [website.origin],
          security: { required: isSecure },
        });
        widgetId = created.body.widgetId;
        if (isSecure)
          key = (await service.rest<{ key: string }>('POST', `/api/widgets/${widgetId}/keys`)).body.key;
        placed = await snippet(service, widgetId, { form, isSecure });

        const visitor = await openPage(browser, website.origin);
        await visitor.page.getByRole('button', { name: 'Start chat' }).click();
        await visitor.page.getByRole('dialog', { name: 'Chat with us' }).waitFor();
        const question = `Hello by ${form}, ${isSecure ? 'with' : 'without'}`;
        await say(visitor.page, question);
        await agent.page.getByRole('button', { name: 'Accept' }).click();
        await hear(agent.page, question);
        if (isSecure) await agent.page.getByText('gold').waitFor();
        await say(agent.page, 'Hello from the agent');
        await hear(visitor.page, 'Hello from the agent');
        await endAsAgent(agent.page);
        await visitor.page.getByRole('button', { name: 'New chat' }).waitFor();
        await agent.page.getByRole('button', { name: 'Close' }).click();
        assert.equal(visitor.problems, []);
        await visitor.page.context().close();
        await website.close();
      },
    );

/** The code that the administrator copies, with the page's nonce. */
async function snippet(
  service: ServiceProcess,
  widgetId: string,
  { form, isSecure }: { form: keyof typeof forms; isSecure: boolean },
): Promise<string> {
  const path = `/api/widgets/${widgetId}/snippet${forms[form]}`;
  const { adminHeaders } = service;
  const html = await (await fetch(service.url + path, { headers: adminHeaders })).text();
  const withNonce = html.replace(
    /<script (?=type="(?:text\/javascript|importmap)")/,
    '<script nonce="NONCE" ',
  );
  if (form === 'snippet' || !isSecure) return withNonce;
  return `${withNonce}<script nonce="NONCE">
    document.querySelector('connect-chat-widget').authenticate = async () =>
      (await (await fetch('/token')).json()).data;
  </script>`;
}

websites(
  "gets no launcher, no configuration and no socket if it isn't registered",
  async ({ browser, service }) => {
    const created = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
      name: 'elsewhere',
      domains: ['https://elsewhere.example'],
    });
    const { widgetId } = created.body;
    const placed = await snippet(service, widgetId, { form: 'tag', isSecure: false });
    const website = await openWebsite({ service: service.url, body: () => placed });
    const { page, problems } = await openPage(browser, 'about:blank');
    const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/configuration'));
    await page.goto(website.origin);
    await failed;
    const configuration = `${service.url}/widgets/${widgetId}/configuration`;
    const answer = await fetch(configuration, { headers: { origin: website.origin } });
    assert.equal([answer.status, answer.headers.get('access-control-allow-origin')], [403, null]);
    const socket = `${service.url.replace('http', 'ws')}/widgets/${widgetId}/socket`;
    const outcome = await page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const opened = new WebSocket(url);
          opened.onopen = () => resolve('opened');
          opened.onerror = () => resolve('refused');
        }),
      socket,
    );
    assert.is(outcome, 'refused');
    assert.is(await page.getByRole('button', { name: 'Start chat' }).count(), 0);
    assert.ok(
      problems.some((text) => text.includes(`Is ${website.origin} among the domains`)),
      problems.join('\n'),
    );
    await website.close();
  },
);

websites('starts no chat without a valid token, and tells the visitor', async ({ browser, service }) => {
  let placed = '';
  const website = await openWebsite({
    service: service.url,
    body: () => placed,
    token: () => ({ key: 'x'.repeat(44), widgetId: 'x' }),
  });
  const created = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
    name: 'secured',
    domains: [website.origin],
    security: { required: true },
  });
  placed = await snippet(service, created.body.widgetId, { form: 'tag', isSecure: true });
  const { page } = await openPage(browser, website.origin);
  await page.getByRole('button', { name: 'Start chat' }).click();
  await say(page, 'Hello?');
  await page.getByText('The chat couldn’t be started').waitFor();
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
  await website.close();
});
websites.run();
