import type { Browser, Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WebSocket } from 'ws';
import { badAddresses, badMarkup } from '../support/hostile-texts.js';
import { openBrowser } from '../support/open-browser.js';
import { createAdministrator, type Watched } from '../support/people.js';
import { pdf, programs } from '../support/sample-files.js';
import { createService, type ServiceProcess } from '../support/service-process.js';
import { openWebsite, type Website } from '../support/website.js';

interface Story {
  browser: Browser;
  service: ServiceProcess;
  website: Website;
  agent: Watched;
  placed: { html: string };
}

const all = badMarkup.join(' ');
const short = (text: string, length: number): string => text.slice(0, length);

const story = suite<Story>('texts that try to run code');
story.before(async (context) => {
  const placed = (context.placed = { html: '' });
  context.service = await createService({});
  await context.service.start();
  context.browser = await openBrowser();
  context.agent = await createAdministrator(context.browser, context.service);
  context.website = await openWebsite({ service: context.service.url, body: () => placed.html });
});
story.after(async ({ browser, service, website }) => {
  await browser?.close();
  await website?.close();
  await service?.stop('SIGKILL');
});

/** Records what runs and what a policy had to block. There must be neither. */
async function watch(page: Page): Promise<() => Promise<unknown[]>> {
  await page.addInitScript(() => {
    const happened: unknown[] = [];
    Object.assign(window, { happened });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      // Pictures may come from any website; that this page's own policy blocks them is not the widget's
      // fault.
      const isPicture = violatedDirective === 'img-src' && blockedURI.startsWith('https://a.example/');
      if (!isPicture) happened.push(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  const dialogs: unknown[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return async () => [
    ...dialogs,
    ...(await page.evaluate(() => (window as unknown as { happened: unknown[] }).happened)),
  ];
}

/** Sends frames on a socket, and resolves once each of the given messages is acknowledged. */
async function sayAll(socket: WebSocket, frames: object[]): Promise<void> {
  const answered = new Promise<void>((resolve, reject) => {
    let waiting = frames.length;
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString('utf8')) as { type: string; code?: string };
      if (frame.type === 'error') reject(new Error(JSON.stringify(frame)));
      if (frame.type === 'ack' && (waiting -= 1) === 0) resolve();
    });
  });
  for (const frame of frames) socket.send(JSON.stringify(frame));
  await answered;
}
const opened = (socket: WebSocket): Promise<void> =>
  new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
const heard = (socket: WebSocket, type: string): Promise<void> =>
  new Promise((resolve) =>
    socket.on('message', (data: Buffer) => {
      if ((JSON.parse(data.toString('utf8')) as { type: string }).type === type) resolve();
    }),
  );
let count = 0;
const message = (contentType: string, content: string) => ({
  type: 'message',
  clientToken: `hostile-${(count += 1)}`,
  contentType,
  content,
});

/** An interactive message with a hostile text in every displayed member. */
const interactive = (templateType: string, text: string, address: string): string =>
  JSON.stringify({
    templateType,
    version: '1.0',
    data: {
      content: {
        title: text,
        subtitle: text,
        imageType: 'URL',
        imageData: address,
        imageDescription: text,
        elements: [
          { title: text, subtitle: text, imageType: 'URL', imageData: address },
          { type: 'hyperlink', title: text, url: address },
        ],
        timeslots: [{ date: text, duration: 60 }],
        location: { title: text, latitude: 1, longitude: 1 },
      },
    },
  });

story('are displayed as text everywhere, and no policy has to block them', async (context) => {
  const { browser, service, website, agent, placed } = context;
  const created = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
    name: short(all, 128),
    domains: [website.origin],
    texts: {
      title: short(all, 100),
      welcome: short(all, 1024),
      launcher: short(badMarkup[1]!, 100),
      labels: { placeholder: short(all, 256), joined: short(`{name} ${all}`, 256) },
    },
    preChat: [
      { name: 'displayName', label: short(all, 256), required: true },
      { name: 'topic', label: 'Topic', type: 'select', options: badMarkup.map((text) => short(text, 100)) },
    ],
  });
  placed.html = `<script type="module" src="${service.url}/connect-chat-widget.js"></script>
    <connect-chat-widget widget-id="${created.body.widgetId}"></connect-chat-widget>`;

  const visitor = await (await browser.newContext()).newPage();
  visitor.setDefaultTimeout(90_000);
  const visitorSaw = await watch(visitor);
  await visitor.goto(website.origin);
  await visitor.evaluate((text) => {
    document.title = text;
    const widget = document.querySelector('connect-chat-widget')!;
    widget.contactAttributes = { cart: text };
    widget.initialMessage = text.slice(0, 1024);
  }, all);
  const agentSaw = await watch(agent.page);
  await agent.page.reload();
  await agent.page.getByLabel('Status').selectOption({ label: 'Available' });
  await visitor.locator('.launcher').click();
  await visitor.locator('[name=displayName]').fill(short(all, 256));
  await visitor.locator('[name=topic]').selectOption({ index: 2 });
  await visitor.locator('.submit').click();
  await agent.page
    .getByRole('button', { name: /accept/i })
    .first()
    .click();
  await agent.page.getByRole('log').waitFor();

  const participantToken = await visitor.evaluate(() => {
    const kept = Object.values(localStorage).find((text: string) => text.startsWith('{'))!;
    return (JSON.parse(kept) as { participantToken: string }).participantToken;
  });
  const socketUrl = service.url.replace(/^http/, 'ws');
  const customer = new WebSocket(`${socketUrl}/widgets/${created.body.widgetId}/socket`, {
    origin: website.origin,
  });
  await opened(customer);
  customer.send(JSON.stringify({ type: 'resume', participantToken, after: 0 }));
  await heard(customer, 'resumed');
  const markdown = [
    ...badMarkup,
    ...badAddresses.flatMap((address) => [`[x](${address})`, `![x](${address})`, `<${address}>`, address]),
  ];
  await sayAll(
    customer,
    markdown.flatMap((text) => [message('text/plain', text), message('text/markdown', text)]),
  );

  // Files with executable names: during upload, in the transcript, and as downloaded.
  const uploaded: string[] = [];
  for (const text of badMarkup) {
    const name = `${short(text.replace(/[/\\]/g, '_'), 240)}.pdf`;
    const answer = await fetch(`${service.url}/widgets/${created.body.widgetId}/attachments`, {
      method: 'POST',
      body: new Uint8Array(pdf),
      headers: {
        origin: website.origin,
        authorization: `Bearer ${participantToken}`,
        'content-type': 'application/octet-stream',
        'x-attachment-name': encodeURIComponent(name),
      },
    });
    assert.is(answer.status, 201, name);
    uploaded.push(((await answer.json()) as { attachmentId: string }).attachmentId);
  }
  await sayAll(
    customer,
    uploaded.map((attachmentId, index) => ({
      type: 'attachment',
      clientToken: `file-${index}`,
      attachmentId,
    })),
  );
  await visitor
    .locator('input[type=file]')
    .setInputFiles([{ name: `${badMarkup[1]!}.exe`, mimeType: 'text/plain', buffer: programs.windows }]);
  await visitor
    .getByText(/can’t be sent/)
    .first()
    .waitFor();

  const cookies = await agent.page.context().cookies(service.url);
  const staff = new WebSocket(`${socketUrl}/agent/socket`, {
    origin: service.url,
    headers: { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  });
  await opened(staff);
  staff.send(JSON.stringify({ type: 'hello', after: {} }));
  await heard(staff, 'contact');
  const contactId = participantToken.split('.')[0];
  const kinds = ['ListPicker', 'Panel', 'QuickReply', 'TimePicker', 'Carousel', '__proto__'];
  const templates = badAddresses.flatMap((address, index) =>
    kinds.map((kind) => interactive(kind, badMarkup[index % badMarkup.length]!, address)),
  );
  await sayAll(
    staff,
    templates.map((content) => ({
      ...message('application/vnd.amazonaws.connect.message.interactive', content),
      contactId,
    })),
  );
  await sayAll(staff, [{ ...message('text/plain', 'The last one'), contactId }]);
  for (const page of [visitor, agent.page]) await page.getByRole('log').getByText('The last one').waitFor();
  // The lazily loaded elements have run once they exist.
  for (const tag of ['connect-chat-markdown', 'connect-chat-interactive', 'connect-chat-attachment'])
    await visitor.evaluate((name) => customElements.whenDefined(name).then(() => undefined), tag);
  await visitor.getByRole('log').evaluate((log) => (log.scrollTop = 0));
  customer.close();
  staff.close();

  await agent.page.screenshot();
  assert.equal([await visitorSaw(), await agentSaw()], [[], []]);

  await agent.page.goto(`${service.url}/admin/`);
  await agent.page.getByRole('heading', { name: 'Widgets' }).waitFor();
  await agent.page.goto(`${service.url}/admin/#/widgets/${created.body.widgetId}`);
  await agent.page.frameLocator('iframe').getByRole('dialog').waitFor();
  assert.equal(await agentSaw(), []);
});
story.run();
