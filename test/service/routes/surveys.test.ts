import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Frames } from '../../support/frames.js';
import { hearEnd } from '../../support/hear-end.js';
import { openTestApp, shop, type TestApp } from '../../support/test-app.js';

interface Chat {
  frames: Frames;
  contactId: string;
  participantToken: string;
}

const surveys = suite<{ test: TestApp; widgetId: string }>('/widgets/:widgetId/survey');
surveys.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget({ survey: { kind: 'STARS' } });
});
surveys.after.each(({ test }) => test.close());

async function startChat(test: TestApp, widgetId: string): Promise<Chat> {
  const frames = await test.customer(widgetId);
  frames.say({ type: 'start', clientToken: 'start'.padEnd(32, '.') });
  const { contactId, participantToken } = await frames.next('started');
  return { frames, contactId: String(contactId), participantToken: String(participantToken) };
}
async function endedChat(test: TestApp, widgetId: string): Promise<Chat> {
  const chat = await startChat(test, widgetId);
  chat.frames.say({ type: 'end' });
  await hearEnd(chat.frames);
  return chat;
}
const rate = (
  test: TestApp,
  { widgetId, token, origin = shop }: { widgetId: string; token: string; origin?: string },
  payload: object,
) =>
  test.inject({
    method: 'POST',
    url: `/widgets/${widgetId}/survey`,
    headers: { origin, authorization: `Bearer ${token}` },
    payload,
  });
const answerOf = (response: { statusCode: number; json(): { code?: string; pointer?: string } }) => {
  const { code, pointer = '' } = response.json();
  return `${response.statusCode} ${code} ${pointer}`.trim();
};

surveys('accepts one answer, which staff can read', async ({ test, widgetId }) => {
  const { contactId, participantToken: token } = await endedChat(test, widgetId);
  const answer = { clientToken: 'r1', rating: 5, comment: ' Great\nindeed ' };
  const first = await rate(test, { widgetId, token }, answer);
  assert.is(first.statusCode, 200);
  const { at, ...survey } = first.json();
  assert.equal(survey, { kind: 'STARS', rating: 5, comment: 'Great\nindeed' });
  assert.is(first.headers['access-control-allow-origin'], shop);
  // The client missed the answer: repeating the request gives the same result.
  assert.equal((await rate(test, { widgetId, token }, answer)).json(), { ...survey, at });
  const other = await rate(test, { widgetId, token }, { clientToken: 'r2', rating: 1 });
  assert.is(answerOf(other), '409 SURVEY_ALREADY_ANSWERED');

  const single = (await test.rest('GET', `/api/contacts/${contactId}`)).json();
  assert.equal(single.survey, { ...survey, at });
  const { contacts } = (await test.rest('GET', '/api/contacts')).json();
  assert.equal(contacts[0].survey, { ...survey, at });
  const text = (await test.rest('GET', `/api/contacts/${contactId}/transcript?format=text`)).body;
  assert.ok(text.endsWith(`${at} The visitor rated the chat: 5 of 5 stars: Great\n    indeed\n`), text);
});

surveys('refuses invalid answers, and explains why', async ({ test, widgetId }) => {
  const { participantToken: token } = await endedChat(test, widgetId);
  const answered = async (answer: object) =>
    answerOf(await rate(test, { widgetId, token }, { clientToken: 'r1', ...answer }));
  assert.is(await answered({ rating: 6 }), '400 SURVEY_INVALID /rating');
  assert.is(await answered({ rating: 4, comment: 'x'.repeat(1025) }), '400 SURVEY_INVALID /comment');
  assert.match(await answered({ rating: 'good' }), '400 REQUEST_INVALID');
  assert.match(await answered({ rating: 4, more: 1 }), '400 REQUEST_INVALID');
  await test.rest('PATCH', `/api/widgets/${widgetId}`, { survey: { kind: 'OFF' } });
  assert.is(await answered({ rating: 4 }), '403 SURVEY_DISABLED');
});

surveys("requires this chat's visitor, on a registered website", async ({ test, widgetId }) => {
  const { participantToken: token } = await endedChat(test, widgetId);
  const answer = { clientToken: 'r1', rating: 4 };
  const wrong = await rate(test, { widgetId, token: `${token.slice(0, -1)}?` }, answer);
  assert.is(answerOf(wrong), '403 PARTICIPANT_REFUSED');
  const elsewhere = await rate(test, { widgetId, token, origin: 'https://evil.example' }, answer);
  assert.is(answerOf(elsewhere), '403 ORIGIN_REFUSED');
  const otherWidget = await test.createWidget({ survey: { kind: 'STARS' } });
  assert.is(answerOf(await rate(test, { widgetId: otherWidget, token }, answer)), '403 PARTICIPANT_REFUSED');
});

surveys('is refused before the end of the chat', async ({ test, widgetId }) => {
  const { participantToken: token } = await startChat(test, widgetId);
  const early = await rate(test, { widgetId, token }, { clientToken: 'r1', rating: 4 });
  assert.is(answerOf(early), '409 CONTACT_ACTIVE');
});

surveys("reaches the chat's agent, now and after a reconnection", async ({ test, widgetId }) => {
  const { cookie } = await test.createAgent('ada', { queues: ['default'] });
  const agent = await test.agent(cookie);
  agent.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  const { frames, contactId, participantToken: token } = await startChat(test, widgetId);
  await agent.next('offer');
  agent.say({ type: 'accept', contactId });
  await agent.next('contact');
  frames.say({ type: 'end' });
  await hearEnd(frames);
  await rate(test, { widgetId, token }, { clientToken: 'r1', rating: 2, comment: '' });
  const told = (await agent.next('survey')) as { contactId?: string; survey?: { rating: number } };
  assert.equal([told.contactId, told.survey?.rating], [contactId, 2]);

  const again = await test.agent(cookie);
  again.say({ type: 'hello', after: { [contactId]: 1 } });
  const { contact } = (await again.next('contact')) as { contact?: { survey: { rating: number } } };
  assert.is(contact?.survey.rating, 2);
});

surveys.run();
