// What clients receive of a contact whose entry was altered on the disk, while other chats continue.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { closeCodes, shouldReconnect } from '../../shared/protocol/codes.js';
import { rejectionOf } from '../support/rejection.js';
import { openTestApp, type TestApp } from '../support/test-app.js';
import { temporaryFolder } from '../support/temporary-folder.js';

interface Damaged {
  test: TestApp;
  widgetId: string;
  broken: { contactId: string; participantToken: string };
  whole: { contactId: string; participantToken: string };
}
const secret = (): string => randomBytes(24).toString('base64url');
const damaged = suite<Damaged>('a damaged contact');

async function startChat(test: TestApp, widgetId: string, content: string): Promise<Damaged['whole']> {
  const frames = await test.customer(widgetId);
  frames.say({ type: 'start', clientToken: secret() });
  const { contactId, participantToken } = await frames.next('started');
  frames.say({ type: 'message', clientToken: secret(), contentType: 'text/plain', content });
  await frames.next('ack');
  frames.close();
  return { contactId, participantToken };
}

async function alter(dataDir: string, contactId: string): Promise<void> {
  const db = new ClassicLevel(join(dataDir, 'contacts'));
  await db.open();
  for await (const [key, value] of db.iterator({ gt: `e!${contactId}!`, lt: `e!${contactId}!~` }))
    if (value.includes('"100 euros"')) await db.put(key, value.replace('100 euros', '900 euros'));
  await db.close();
}

damaged.before(async (context) => {
  const dataDir = temporaryFolder();
  const first = await openTestApp({ dataDir });
  const widgetId = await first.createWidget();
  const broken = await startChat(first, widgetId, '100 euros');
  const whole = await startChat(first, widgetId, '5 euros');
  await first.close();
  await alter(dataDir, broken.contactId);
  Object.assign(context, { test: await openTestApp({ dataDir }), widgetId, broken, whole });
});
damaged.after(({ test }) => test.close());

damaged(
  'stops neither the start nor the agents, who get the other contacts',
  async ({ test, broken, whole }) => {
    const { cookie } = await test.createAgent('ada', { queues: ['default'], maxChats: 5 });
    const agent = await test.agent(cookie);
    agent.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
    const { contact } = await agent.next('offer');
    assert.is(contact.contactId, whole.contactId);
    await rejectionOf(test.core.contacts.state(broken.contactId));
    // It was first in the queue, and is removed from routing, so that the router doesn't offer it repeatedly.
    assert.equal(
      test.core.workload.waiting().map(({ contactId }) => contactId),
      [],
    );
  },
);

damaged('is answered by REST with its code, and never with its content', async ({ test, broken, whole }) => {
  const answer = await test.rest('GET', `/api/contacts/${broken.contactId}/transcript`);
  assert.is(answer.statusCode, 500);
  assert.is(answer.json<{ code: string }>().code, 'CONTACT_DAMAGED');
  assert.not.ok(answer.body.includes('euros'));
  const other = await test.rest('GET', `/api/contacts/${whole.contactId}/transcript`);
  assert.is(other.statusCode, 200);
  assert.ok(other.body.includes('5 euros'));
});

damaged("closes its visitor's socket for good, without an item", async ({ test, widgetId, broken }) => {
  const frames = await test.customer(widgetId);
  frames.say({ type: 'resume', participantToken: broken.participantToken, after: 0 });
  assert.is((await frames.next('error')).code, 'CONTACT_DAMAGED');
  const { code } = await frames.closed;
  assert.is(code, closeCodes.CONTACT_DAMAGED);
  assert.not.ok(shouldReconnect(code));
  assert.equal(frames.unread(), []);
});

damaged("can be erased, although it can't be ended", async ({ test, broken, whole }) => {
  const erased = await test.rest('DELETE', `/api/contacts/${broken.contactId}`);
  assert.is(erased.statusCode, 204);
  const { contacts, damaged: left } = (await test.rest('GET', '/api/contacts')).json<{
    contacts: { contactId: string }[];
    damaged?: string[];
  }>();
  assert.equal(
    contacts.map(({ contactId }) => contactId),
    [whole.contactId],
  );
  assert.is(left, undefined);
});
damaged.run();
