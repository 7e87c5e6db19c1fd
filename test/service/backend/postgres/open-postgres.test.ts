import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openEmbeddedAttachments } from '../../../../service/backend/embedded/attachments/attachments.js';
import { openPostgres, type UploadTimes } from '../../../../service/backend/postgres/open-postgres.js';
import { contentTypes } from '../../../../shared/content-types.js';
import type { AnyFrame, Frames } from '../../../support/frames.js';
import { freshDatabase } from '../../../support/postgres/processes.js';
import { freePort } from '../../../support/free-port.js';
import { rejectionOf } from '../../../support/rejection.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { openTestApp } from '../../../support/test-app.js';
import { systemClock } from '../../../../service/clock.js';

/** The service as a process of an installation. */
const openApp = (url: string, folder: string) =>
  openTestApp({}, { openBackend: (options) => openPostgres(url, { ...options, ...attachmentsIn(folder) }) });

const attachmentsIn = (folder: string) => ({
  openAttachments: (uploads: UploadTimes) => openEmbeddedAttachments({ folder, ...uploads }),
});

async function itemOf(frames: Frames, content: string): Promise<AnyFrame> {
  for (;;) {
    const item = (await frames.next('item')).item as AnyFrame;
    if (item.content === content || item.contentType === content) return item;
  }
}

const services = suite('the service upon PostgreSQL');
services('serves a chat between two processes, from its start to its end', async () => {
  const [url, folder] = [await freshDatabase(), temporaryFolder()];
  const here = await openApp(url, folder);
  const there = await openApp(url, folder);
  const { cookie } = await here.createAgent('ada');
  const widgetId = await here.createWidget();
  const agent = await there.agent(cookie);
  agent.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await agent.next('welcome');
  const customer = await here.customer(widgetId);
  customer.say({ type: 'start', clientToken: 'c'.repeat(32) });
  const { contactId } = (await agent.next('offer')).contact as { contactId: string };
  agent.say({ type: 'accept', contactId });
  await agent.next('contact');
  const texts = ['hello', 'what is "\0"?', 'half a pair: \ud83d', 'x'.repeat(1_024), 'bye'];
  for (const [index, content] of texts.entries()) {
    const [from, to] = index % 2 ? [agent, customer] : [customer, agent];
    const clientToken = `message-${index}`.padEnd(32, 'x');
    const named = from === agent && { contactId };
    from.say({ type: 'message', clientToken, contentType: 'text/plain', content, ...named });
    await from.next('ack');
    await itemOf(to, content);
  }
  customer.say({ type: 'end' });
  await itemOf(agent, contentTypes.ended);
  const { contacts } = (await there.rest('GET', '/api/contacts?state=ENDED')).json<{
    contacts: { contactId: string }[];
  }>();
  assert.equal(
    contacts.map((each) => each.contactId),
    [contactId],
  );
  await Promise.all([here.close(), there.close()]);
});
services('fills the places of agents at any process, and never more than they have', async () => {
  const [url, folder] = [await freshDatabase(), temporaryFolder()];
  const apps = [await openApp(url, folder), await openApp(url, folder)] as const;
  const widgetId = await apps[0].createWidget();
  const chats = 9;
  const places = 3;
  /** Accepts whatever rings, and notes what the agent has. */
  const work = async (username: string, app: (typeof apps)[number]) => {
    const { cookie } = await apps[0].createAgent(username, { maxChats: places });
    const agent = await app.agent(cookie);
    const has = new Set<string>();
    agent.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
    await agent.next('welcome');
    const accept = async (): Promise<void> => {
      for (;;) {
        const { contactId } = (await agent.next('offer')).contact as { contactId: string };
        has.add(contactId);
        agent.say({ type: 'accept', contactId });
      }
    };
    void accept();
    return { has, agent };
  };
  const agents = [await work('ada', apps[0]), await work('grace', apps[1])];
  const customers = await Promise.all(
    Array.from({ length: chats }, async (_, index) => {
      const customer = await apps[index % 2]!.customer(widgetId);
      customer.say({ type: 'start', clientToken: `start-${index}`.padEnd(32, 'x') });
      return (await customer.next('started')).contactId as string;
    }),
  );
  const served = (): string[] => agents.flatMap(({ has }) => [...has]);
  /** Every process knows that both agents have what they take, and that the others wait. */
  const isSettled = (): boolean =>
    served().length >= 2 * places &&
    apps.every(({ core }) => core.workload.waiting().length === chats - 2 * places);
  while (!isSettled()) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(
    agents.map(({ has }) => has.size),
    [places, places],
  );
  assert.is(new Set(served()).size, 2 * places, 'each rang at one agent');
  assert.ok(served().every((contactId) => customers.includes(contactId)));
  await Promise.all(apps.map((app) => app.close()));
});
services('shows every process what one of them configured', async () => {
  const [url, folder] = [await freshDatabase(), temporaryFolder()];
  const [here, there] = [await openApp(url, folder), await openApp(url, folder)];
  const widgetId = await here.createWidget({ name: 'Shop' });
  const changed = new Promise<string>((resolve) => {
    there.core.widgets.watch((id, document) => id === widgetId && document && resolve(document.value.name));
  });
  await here.rest('PATCH', `/api/widgets/${widgetId}`, { name: 'Store' });
  assert.ok(['Shop', 'Store'].includes(await changed));
  // A change upon what is out of date is refused, and what is stored is known then.
  const put = await there.core.widgets.put(widgetId, (await there.core.widgets.get(widgetId))!.value, 99);
  assert.equal(put, { ok: false, version: 2 });
  assert.is((await there.core.widgets.get(widgetId))!.value.name, 'Store');
  assert.is((await there.core.widgets.earlier(widgetId))[0]!.value.name, 'Shop');
  await Promise.all([here.close(), there.close()]);
});
services('continues after all processes have ended', async () => {
  const [url, folder] = [await freshDatabase(), temporaryFolder()];
  const before = await openApp(url, folder);
  const widgetId = await before.createWidget();
  const customer = await before.customer(widgetId);
  customer.say({ type: 'start', clientToken: 'c'.repeat(32) });
  const { participantToken } = await customer.next('started');
  await before.close();
  const after = await openApp(url, folder);
  const again = await after.customer(widgetId);
  again.say({ type: 'resume', participantToken: participantToken as string, after: 0 });
  await again.next('item');
  await after.close();
});
services('a database that is not there stops the start with a sentence, without its password', async () => {
  const url = `postgres://ada:secret@127.0.0.1:${await freePort()}/chat`;
  const logger = { warn: () => undefined, error: () => undefined };
  const options = { clock: systemClock, logger, ...attachmentsIn(temporaryFolder()) };
  const { message } = await rejectionOf(openPostgres(url, options));
  assert.match(
    message,
    /^The database that DATABASE_URL names cannot be used: nothing listens at 127.0.0.1, port \d+\.$/,
  );
  assert.not.match(message, 'secret');
});
services.run();
