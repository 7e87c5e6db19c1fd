import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { contentTypes } from '../../../shared/content-types.js';
import { agentOn, startChat } from '../../support/chats-with-files.js';
import type { Frames } from '../../support/frames.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';

const ends = suite<{ test: TestApp; widgetId: string }>('ending contacts by REST');
ends.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
ends.after.each(({ test }) => test.close());

/** The last two items that a side sees up to the end. */
async function lastItems(frames: Frames): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (;;) {
    const { item } = await frames.next('item');
    seen.push(item.content ?? item.contentType);
    if (item.contentType === contentTypes.ended) return seen.slice(-2);
  }
}
const states = async (test: TestApp): Promise<string[]> => {
  const { contacts } = (await test.rest('GET', '/api/contacts')).json<{ contacts: { state: string }[] }>();
  return contacts.map(({ state }) => state);
};

ends('ends one, and tells both sides why', async ({ test, widgetId }) => {
  const chat = await startChat(test, widgetId);
  const agent = await agentOn(test, chat.contactId);
  const answer = await test.rest('POST', `/api/contacts/${chat.contactId}/end`, {
    message: 'We move house.',
  });
  assert.equal([answer.statusCode, answer.json().state], [200, 'ENDED']);
  for (const side of [chat.frames, agent.frames])
    assert.equal(await lastItems(side), ['We move house.', contentTypes.ended]);
});
ends('accepts an empty body, and an ended contact', async ({ test, widgetId }) => {
  const { contactId } = await startChat(test, widgetId);
  const first = (await test.rest('POST', `/api/contacts/${contactId}/end`)).json();
  const second = await test.rest('POST', `/api/contacts/${contactId}/end`);
  assert.equal([second.statusCode, second.json()], [200, first]);
  const unknown = await test.rest('POST', '/api/contacts/nowhere/end');
  assert.equal([unknown.statusCode, unknown.json().code], [404, 'CONTACT_NOT_FOUND']);
});
ends('makes the contact erasable', async ({ test, widgetId }) => {
  const { contactId } = await startChat(test, widgetId);
  await test.rest('POST', `/api/contacts/${contactId}/end`);
  assert.is((await test.rest('DELETE', `/api/contacts/${contactId}`)).statusCode, 204);
});
ends('ends the contacts that match a query, and no others', async ({ test, widgetId }) => {
  const other = await test.createWidget();
  for (const id of [widgetId, widgetId, other]) await startChat(test, id);
  const answer = await test.rest('POST', '/api/contacts/end', { widgetId, queueId: 'default' });
  assert.equal(answer.json(), { count: 2, failed: [], nextCursor: null });
  assert.equal(await states(test), ['ACTIVE', 'ENDED', 'ENDED']);
  assert.is((await test.rest('POST', '/api/contacts/end', { queueId: 'sales' })).json().count, 0);
});
ends('ends as many as a call may, and returns a cursor', async ({ test, widgetId }) => {
  for (let count = 0; count < 3; count += 1) await startChat(test, widgetId);
  const call = async (cursor?: string) =>
    (await test.rest('POST', '/api/contacts/end', { widgetId, limit: 2, ...(cursor && { cursor }) })).json();
  const first = await call();
  assert.equal([first.count, typeof first.nextCursor], [2, 'string']);
  assert.equal(await call(first.nextCursor), { count: 1, failed: [], nextCursor: null });
  assert.equal(await states(test), ['ENDED', 'ENDED', 'ENDED']);
});
ends('only counts in a dry run', async ({ test, widgetId }) => {
  await startChat(test, widgetId);
  const answer = await test.rest('POST', '/api/contacts/end', { widgetId, dryRun: true });
  assert.is(answer.json().count, 1);
  assert.equal(await states(test), ['ACTIVE']);
});
ends('requires a filter', async ({ test, widgetId }) => {
  await startChat(test, widgetId);
  assert.is((await test.rest('POST', '/api/contacts/end', { limit: 5 })).statusCode, 400);
  assert.is((await test.rest('POST', '/api/contacts/end', { state: 'ACTIVE' })).json().count, 1);
});
ends('is allowed for administrators and supervisors', async ({ test, widgetId }) => {
  const { contactId } = await startChat(test, widgetId);
  const { cookie } = await test.createAgent('ada');
  for (const url of [`/api/contacts/${contactId}/end`, '/api/contacts/end']) {
    const headers = { cookie, origin: 'http://localhost:8080' };
    assert.is((await test.inject({ method: 'POST', url, headers, payload: {} })).json().code, 'NOT_ALLOWED');
  }
});
ends.run();
