import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  agentOn,
  filesOf,
  idOf,
  newToken,
  sendAsCustomer,
  startChat,
  uploadAsAgent,
  uploadAsCustomer,
  type Agent,
  type Chat,
} from '../../support/chats-with-files.js';
import { pdf, pictures } from '../../support/sample-files.js';
import { openTestApp, publicUrl, type TestApp } from '../../support/test-app.js';

const routes = suite<{ test: TestApp; chat: Chat; ada: Agent }>('/api/contacts/:contactId/attachments');
routes.before.each(async (context) => {
  context.test = await openTestApp();
  context.chat = await startChat(context.test, await context.test.createWidget());
  context.ada = await agentOn(context.test, context.chat.contactId);
});
routes.after.each(({ test }) => test.close());

const download = (test: TestApp, contactId: string, attachmentId: string, headers: Record<string, string>) =>
  test.inject({ method: 'GET', url: `/api/contacts/${contactId}/attachments/${attachmentId}`, headers });
const answerOf = (response: { statusCode: number; json(): { code?: string } }) =>
  `${response.statusCode} ${response.json().code}`;

routes('stores a file of an agent, which the customer gets', async ({ test, chat, ada }) => {
  const { contactId, participantToken } = chat;
  const uploaded = await uploadAsAgent(test, contactId, ada.cookie, { name: 'offer.pdf', content: pdf });
  assert.is(uploaded.statusCode, 201);
  const attachmentId = idOf(uploaded);
  const url = `${chat.url}/${attachmentId}`;
  const headers = { origin: publicUrl, authorization: `Bearer ${participantToken}` };
  assert.is(answerOf(await test.inject({ method: 'GET', url, headers })), '404 ATTACHMENT_NOT_FOUND');
  ada.frames.say({ type: 'attachment', contactId, clientToken: newToken(), attachmentId });
  await ada.frames.next('ack');
  assert.ok((await test.inject({ method: 'GET', url, headers })).rawPayload.equals(pdf));
});
routes(
  'shows pictures inline without letting them run code, and serves the rest for saving',
  async (context) => {
    const { test, chat, ada } = context;
    for (const [name, content, kind] of [
      ['a.png', pictures['image/png']!, 'inline'],
      ['a.jpg', pictures['image/jpeg']!, 'inline'],
      ['a.gif', pictures['image/gif']!, 'inline'],
      ['a.webp', pictures['image/webp']!, 'inline'],
      ['a.pdf', pdf, 'attachment'],
      ['a.txt', Buffer.from('<svg'), 'attachment'],
    ] as const) {
      const id = await sendAsCustomer(test, chat, { name, content });
      const { headers, rawPayload } = await download(test, chat.contactId, id, { cookie: ada.cookie });
      assert.is(headers['content-disposition'], `${kind}; filename="${name}"`);
      assert.is(headers['content-security-policy'], "sandbox; default-src 'none'");
      assert.is(headers['x-content-type-options'], 'nosniff');
      assert.is(headers['cache-control'], 'private, no-store');
      assert.is(headers['content-length'], String(content.length));
      assert.ok(rawPayload.equals(content));
    }
  },
);
routes("serves a file to roles that may read the transcript, and to the chat's agents", async (context) => {
  const { test, chat, ada } = context;
  const { contactId } = chat;
  const id = await sendAsCustomer(test, chat);
  const supervisor = await test.createAgent('sue', { role: 'supervisor' });
  const stranger = await test.createAgent('eve');
  const statusFor = async (headers: Record<string, string>, contact = contactId, attachment = id) =>
    answerOfAny(await download(test, contact, attachment, headers));
  assert.is(await statusFor({ cookie: ada.cookie }), '200');
  assert.is(await statusFor({ cookie: supervisor.cookie }), '200');
  assert.is((await test.rest('GET', `/api/contacts/${contactId}/attachments/${id}`)).statusCode, 200);
  assert.is(await statusFor({}), '401 NOT_SIGNED_IN');
  const missing = '404 ATTACHMENT_NOT_FOUND';
  assert.is(await statusFor({ cookie: stranger.cookie }), missing);
  assert.is(await statusFor({ cookie: supervisor.cookie }, contactId, '0'.repeat(32)), missing);
  assert.is(await statusFor({ cookie: supervisor.cookie }, 'nowhere'), missing);
  const unsaid = idOf(await uploadAsCustomer(test, chat));
  assert.is(await statusFor({ cookie: ada.cookie }, contactId, unsaid), missing);
});
const answerOfAny = (response: { statusCode: number; body: string }): string =>
  response.statusCode === 200
    ? '200'
    : `${response.statusCode} ${(JSON.parse(response.body) as { code: string }).code}`;

routes("accepts files of agents in the chat, from the service's own pages", async ({ test, chat, ada }) => {
  const { contactId } = chat;
  const stranger = await test.createAgent('eve');
  const admin = await test.createAgent('root', { role: 'admin' });
  const codeOf = async (cookie: string, headers: Record<string, string> = {}, contact = contactId) =>
    answerOf(await uploadAsAgent(test, contact, cookie, { headers }));
  assert.is(await codeOf(''), '401 NOT_SIGNED_IN');
  assert.is(await codeOf(stranger.cookie), '404 CONTACT_NOT_FOUND');
  assert.is(await codeOf(admin.cookie), '404 CONTACT_NOT_FOUND');
  assert.is(await codeOf(ada.cookie, {}, 'nowhere'), '404 CONTACT_NOT_FOUND');
  assert.is(await codeOf(ada.cookie, { origin: 'https://evil.example' }), '403 ORIGIN_REFUSED');
  const rest = await test.rest('POST', `/api/contacts/${contactId}/attachments`);
  assert.is(answerOf(rest), '401 NOT_SIGNED_IN');
  assert.equal(filesOf(test), []);
  chat.frames.say({ type: 'end' });
  for (;;) if ((await ada.frames.next('item')).item.contentType.endsWith('chat.ended')) break;
  assert.is(await codeOf(ada.cookie), '409 CONTACT_ENDED');
});
routes("accepts nothing if the widget doesn't allow attachments", async ({ test, chat, ada }) => {
  await test.rest('PATCH', `/api/widgets/${chat.widgetId}`, { features: { attachments: false } });
  const refused = await uploadAsAgent(test, chat.contactId, ada.cookie);
  assert.is(answerOf(refused), '403 ATTACHMENTS_DISABLED');
});
routes(
  'names the file in the transcript for people, and describes it in the JSON one',
  async ({ test, chat }) => {
    const attachmentId = await sendAsCustomer(test, chat, {
      name: 'Bild 1.png',
      content: pictures['image/png']!,
    });
    const url = `/api/contacts/${chat.contactId}/transcript`;
    const { items } = (await test.rest('GET', url)).json<{
      items: { type: string; attachment?: object }[];
    }>();
    const size = pictures['image/png']!.length;
    assert.equal(items.at(-1)!.attachment, { attachmentId, name: 'Bild 1.png', size });
    assert.is(
      items.filter(({ type, attachment }) => (type === 'ATTACHMENT') !== (attachment !== undefined)).length,
      0,
    );
    assert.match((await test.rest('GET', `${url}?format=text`)).body, /Z Cleo sent a file: Bild 1\.png\n$/);
  },
);
routes.run();
