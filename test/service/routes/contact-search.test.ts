import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openMemory } from '../../../service/backend/memory/open-memory.js';
import type { Frames } from '../../support/frames.js';
import { hearEnd } from '../../support/hear-end.js';
import { openTestApp, publicUrl, type TestApp } from '../../support/test-app.js';

interface Searched {
  test: TestApp;
  widgetId: string;
}
const search = suite<Searched>('finding contacts by REST');
search.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
search.after.each(({ test }) => test.close());

let tokens = 0;
const clientToken = (): string => `token ${(tokens += 1)}`.padEnd(32, '.');
async function chat(test: TestApp, widgetId: string, said: string, change: object = {}) {
  const frames = await test.customer(widgetId);
  frames.say({ type: 'start', clientToken: clientToken(), displayName: 'Cleo', ...change });
  const { contactId } = await frames.next('started');
  await say(frames, said);
  return { frames, contactId: String(contactId) };
}
async function say(frames: Frames, content: string): Promise<void> {
  frames.say({ type: 'message', clientToken: clientToken(), contentType: 'text/plain', content });
  await frames.next('ack');
}
const ids = async (test: TestApp, query: string): Promise<string[]> => {
  const { contacts } = (await test.rest('GET', `/api/contacts?${query}`)).json();
  return contacts.map(({ contactId }: { contactId: string }) => contactId);
};

search('finds a word as soon as it was acknowledged', async ({ test, widgetId }) => {
  const { frames, contactId } = await chat(test, widgetId, 'Wo ist mein Päckchen?');
  await chat(test, widgetId, 'Hello');
  assert.equal(await ids(test, 'q=packchen'), [contactId]);
  await say(frames, 'Schöne Grüße');
  assert.equal(await ids(test, 'q=grusse%20PACKCHEN'), [contactId]);
  assert.equal(await ids(test, 'q=nobody'), []);
});
search('filters by name, queue, state and attribute', async ({ test, widgetId }) => {
  const { frames, contactId } = await chat(test, widgetId, 'apple', { attributes: { plan: 'gold' } });
  const other = await chat(test, widgetId, 'pear', { displayName: 'Zoë' });
  assert.equal(await ids(test, 'participant=zoe'), [other.contactId]);
  assert.equal((await ids(test, 'enteredQueueId=default')).sort(), [contactId, other.contactId].sort());
  assert.equal(await ids(test, 'q=apple&queueId=default'), [contactId]);
  frames.say({ type: 'end' });
  await hearEnd(frames);
  assert.equal(await ids(test, 'q=apple&queueId=default'), []);
  assert.equal(await ids(test, 'enteredQueueId=default&state=ENDED&attribute=plan:gold'), [contactId]);
  const { count, isMore } = (await test.rest('GET', '/api/contacts/count?q=apple')).json();
  assert.equal({ count, isMore }, { count: 1, isMore: false });
});
search('pages are whole, and follow each other', async ({ test, widgetId }) => {
  const all: string[] = [];
  for (let number = 0; number < 5; number += 1) all.push((await chat(test, widgetId, 'hello')).contactId);
  const seen: string[] = [];
  for (let cursor = ''; ;) {
    const page = (await test.rest('GET', `/api/contacts?q=hello&limit=2${cursor}`)).json();
    seen.push(...page.contacts.map(({ contactId }: { contactId: string }) => contactId));
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  assert.equal(seen.sort(), all.sort());
});
search('forgets an erased contact', async ({ test, widgetId }) => {
  const { frames, contactId } = await chat(test, widgetId, 'secret');
  frames.say({ type: 'end' });
  await hearEnd(frames);
  assert.equal(await ids(test, 'q=secret'), [contactId]);
  assert.is((await test.rest('DELETE', `/api/contacts/${contactId}`)).statusCode, 204);
  assert.equal(await ids(test, 'q=secret'), []);
});
search('exports what it finds: CSV, and JSON lines with transcripts', async ({ test, widgetId }) => {
  await chat(test, widgetId, 'apple', { displayName: '=1+1' });
  const { contactId } = await chat(test, widgetId, 'pear');
  const csv = await test.rest('GET', '/api/contacts/export?format=csv&q=apple');
  assert.match(String(csv.headers['content-type']), /^text\/csv/);
  assert.is(csv.headers['content-disposition'], 'attachment; filename="contacts.csv"');
  assert.is(csv.body.trim().split('\r\n').length, 2);
  assert.match(csv.body, `"'=1+1"`);
  const lines = await test.rest('GET', '/api/contacts/export?format=jsonl&transcript=true&q=pear');
  const [contact, ...rest] = lines.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(rest, []);
  assert.is(contact.contactId, contactId);
  assert.ok(contact.items.some(({ content }: { content: string | null }) => content === 'pear'));
  assert.is((await test.rest('GET', '/api/contacts/export?format=csv')).body.trim().split('\r\n').length, 3);
});
search('names the choices of its filters', async ({ test, widgetId }) => {
  const { agentId } = await test.createAgent('ada');
  const { widgets, queues, agents } = (await test.rest('GET', '/api/contacts/filters')).json();
  assert.ok(widgets.some(({ id }: { id: string }) => id === widgetId));
  assert.ok(queues.some(({ id }: { id: string }) => id === 'default'));
  assert.ok(agents.some(({ id }: { id: string }) => id === agentId));
});
search('keeps verified attributes apart in the details', async ({ test, widgetId }) => {
  const { contactId } = await chat(test, widgetId, 'x', { attributes: { plan: 'gold' } });
  const details = (await test.rest('GET', `/api/contacts/${contactId}/details`)).json();
  assert.equal(details.attributes, { verified: {}, unverified: { plan: 'gold' } });
  assert.is((await test.rest('GET', '/api/contacts/nowhere/details')).json().code, 'CONTACT_NOT_FOUND');
});
search('is filled again while the service runs', async ({ test, widgetId }) => {
  const { contactId } = await chat(test, widgetId, 'hello');
  assert.equal(await ids(test, 'q=hello'), [contactId]);
  assert.is((await test.rest('POST', '/api/contact-index/rebuild')).statusCode, 202);
  // Each search also does a part of the work.
  for (;;) {
    await ids(test, 'q=hello');
    if ((await test.rest('GET', '/api/contact-index')).json().isComplete) break;
  }
  assert.equal(await ids(test, 'q=hello'), [contactId]);
});
for (const [query, pointer] of [
  ['q=', '/q'],
  [`q=${'x'.repeat(501)}`, '/q'],
  ['rating=5', '/rating'],
  ['nothing=1', '/nothing'],
  ['cursor=!', '/cursor'],
] as const)
  search(`refuses ${query.slice(0, 20)}`, async ({ test }) => {
    const { statusCode, code, ...rest } = (await test.rest('GET', `/api/contacts?q=x&${query}`)).json();
    assert.equal([statusCode, code, rest.pointer], [400, 'REQUEST_INVALID', pointer]);
  });
search('is for administrators and supervisors', async ({ test }) => {
  const status = async (role: string, url: string): Promise<number> => {
    const { cookie } = await test.createAgent(`${role}${url.length}`, { role });
    return (await test.inject({ url, headers: { cookie, origin: publicUrl } })).statusCode;
  };
  for (const url of [
    '/api/contacts?q=x',
    '/api/contacts/export?format=csv',
    '/api/contacts/filters',
    '/api/contacts/count',
  ]) {
    assert.is(await status('supervisor', url), 200, url);
    assert.is(await status('agent', url), 403, url);
  }
  assert.is(await status('supervisor', '/api/contact-index'), 403);
});
search('works without a data folder', async () => {
  const test = await openTestApp(
    {},
    {
      openBackend: async ({ clock, logger }) =>
        openMemory({ clock, onError: (err) => logger.error({ err }, 'bus') }),
    },
  );
  const { contactId } = await chat(test, await test.createWidget(), 'hello');
  assert.equal(await ids(test, 'q=hello'), [contactId]);
  await test.close();
});
search.run();
