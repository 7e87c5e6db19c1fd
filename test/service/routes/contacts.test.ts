import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Frames } from '../../support/frames.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const contacts = suite<{ test: TestApp; widgetId: string }>('/api/contacts');
contacts.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
contacts.after.each(({ test }) => test.close());

let starts = 0;
async function start(
  test: TestApp,
  widgetId: string,
  change: object = {},
): Promise<{ frames: Frames; contactId: string }> {
  const frames = await test.customer(widgetId);
  frames.say({
    type: 'start',
    clientToken: `start ${(starts += 1)}`.padEnd(32, '.'),
    displayName: 'Cleo',
    ...change,
  });
  const { contactId } = await frames.next('started');
  return { frames, contactId: String(contactId) };
}
async function say(frames: Frames, content: string): Promise<void> {
  frames.say({ type: 'message', clientToken: content, contentType: 'text/plain', content });
  await frames.next('ack');
}
const idsOf = (response: { json(): { contacts: { contactId: string }[] } }): string[] =>
  response.json().contacts.map(({ contactId }) => contactId);

contacts('returns a contact with all its details', async ({ test, widgetId }) => {
  const { contactId } = await start(test, widgetId, { attributes: { cart: '3' } });
  const contact = (await test.rest('GET', `/api/contacts/${contactId}`)).json();
  const { startedAt, ...rest } = contact;
  assert.ok(Date.parse(startedAt) > 0);
  assert.equal(rest, {
    contactId,
    widgetId,
    state: 'ACTIVE',
    endedAt: null,
    customerName: 'Cleo',
    agentIds: [],
    queueId: 'default',
    attributes: { cart: '3' },
    leftMessage: false,
    disposition: null,
    tags: [],
    wrapUpAgentIds: [],
    survey: null,
  });
  assert.is((await test.rest('GET', '/api/contacts/nowhere')).json().code, 'CONTACT_NOT_FOUND');
});

contacts('returns its transcript as JSON and as text', async ({ test, widgetId }) => {
  const { frames, contactId } = await start(test, widgetId);
  await say(frames, 'one\ntwo');
  const { items } = (await test.rest('GET', `/api/contacts/${contactId}/transcript`)).json();
  const last = items.at(-1);
  assert.equal([last.content, last.participantRole, last.displayName], ['one\ntwo', 'CUSTOMER', 'Cleo']);
  const text = (await test.rest('GET', `/api/contacts/${contactId}/transcript?format=text`)).body;
  assert.match(text, /Cleo joined\n/);
  assert.match(text, /Z Cleo: one\n {4}two\n$/);
});

contacts('filters by widget, state, attribute and time', async ({ test, widgetId }) => {
  const other = await test.createWidget({ name: 'Other' });
  const one = await start(test, widgetId, { attributes: { plan: 'gold' } });
  const two = await start(test, other);
  one.frames.say({ type: 'end' });
  for (;;) if ((await one.frames.next('item')).item.contentType.endsWith('chat.ended')) break;
  const list = async (query: string) => idsOf(await test.rest('GET', `/api/contacts?${query}`));
  assert.equal(await list(`widgetId=${other}`), [two.contactId]);
  assert.equal(await list('state=ENDED'), [one.contactId]);
  assert.equal(await list('attribute=plan:gold'), [one.contactId]);
  assert.equal(await list('attribute=plan:silver'), []);
  assert.equal(await list('from=2100-01-01T00:00:00Z'), []);
  assert.equal((await list('')).sort(), [one.contactId, two.contactId].sort());
});

contacts('returns each contact once in pages', async ({ test, widgetId }) => {
  const started = [];
  for (let count = 0; count < 5; count += 1) started.push((await start(test, widgetId)).contactId);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await test.rest('GET', `/api/contacts?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...idsOf(page));
    cursor = page.json().nextCursor;
  }
  assert.equal([...seen].sort(), started.sort());
});

for (const [query, pointer] of [
  ['from=yesterday', '/from'],
  ['cursor=x', '/cursor'],
  ['limit=0', '/limit'],
  ['state=LOST', '/state'],
  ['colour=red', '/colour'],
] as const)
  contacts(`refuses ${query} and names the parameter`, async ({ test }) => {
    const refused = await test.rest('GET', `/api/contacts?${query}`);
    assert.equal([refused.statusCode, refused.json().pointer], [400, pointer]);
  });

contacts('erases an ended contact completely, but not an active one', async ({ test, widgetId }) => {
  const { frames, contactId } = await start(test, widgetId);
  const url = `/api/contacts/${contactId}`;
  assert.is((await test.rest('DELETE', url)).json().code, 'CONTACT_ACTIVE');
  frames.say({ type: 'end' });
  for (;;) if ((await frames.next('item')).item.contentType.endsWith('chat.ended')) break;
  assert.is((await test.rest('DELETE', url)).statusCode, 204);
  assert.is((await test.rest('GET', url)).json().code, 'CONTACT_NOT_FOUND');
  assert.is((await test.rest('GET', `${url}/transcript`)).json().code, 'CONTACT_NOT_FOUND');
});
contacts.run();
