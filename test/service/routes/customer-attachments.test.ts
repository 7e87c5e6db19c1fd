import { once } from 'node:events';
import { appendFileSync, rmSync, truncateSync } from 'node:fs';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import {
  filesOf,
  idOf,
  sendAsCustomer,
  startChat,
  uploadAsCustomer,
  type Chat,
} from '../../support/chats-with-files.js';
import { office, pdf, pictures, programs, zip } from '../../support/sample-files.js';
import { openTestApp, publicUrl, shop, type TestApp } from '../../support/test-app.js';

const routes = suite<{ test: TestApp; widgetId: string; chat: Chat }>('/widgets/:widgetId/attachments');
routes.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
  context.chat = await startChat(context.test, context.widgetId);
});
routes.after.each(({ test }) => test.close());

const download = (test: TestApp, chat: Chat, attachmentId: string, headers: Record<string, string> = {}) =>
  test.inject({
    method: 'GET',
    url: `${chat.url}/${attachmentId}`,
    headers: { origin: shop, authorization: `Bearer ${chat.participantToken}`, ...headers },
  });
const answerOf = (response: { statusCode: number; json(): { code?: string } }) =>
  `${response.statusCode} ${response.json().code}`;

routes('stores a file, and returns it for saving', async ({ test, chat }) => {
  const uploaded = await uploadAsCustomer(test, chat, { name: 'Rechnung März.pdf', content: pdf });
  assert.is(uploaded.statusCode, 201);
  const { attachmentId, ...rest } = uploaded.json();
  assert.equal(rest, { name: 'Rechnung März.pdf', contentType: 'application/pdf', size: pdf.length });
  const { statusCode, headers, rawPayload } = await download(test, chat, attachmentId);
  assert.is(statusCode, 200);
  assert.ok(rawPayload.equals(pdf));
  assert.is(headers['content-type'], 'application/pdf');
  assert.is(headers['content-length'], String(pdf.length));
  assert.is(
    headers['content-disposition'],
    `attachment; filename="Rechnung M_rz.pdf"; filename*=UTF-8''Rechnung%20M%C3%A4rz.pdf`,
  );
  assert.is(headers['x-content-type-options'], 'nosniff');
  assert.is(headers['content-security-policy'], "sandbox; default-src 'none'");
  assert.is(headers['cache-control'], 'private, no-store');
  assert.is(headers['access-control-allow-origin'], shop);
});
routes('returns pictures for saving too, because the page has them in memory', async ({ test, chat }) => {
  const id = idOf(await uploadAsCustomer(test, chat, { name: 'a.png', content: pictures['image/png']! }));
  const { headers } = await download(test, chat, id);
  assert.match(String(headers['content-disposition']), /^attachment;/);
});
routes('serves HTML as plain text', async ({ test, chat }) => {
  const content = '<script>alert(1)</script>';
  const id = idOf(await uploadAsCustomer(test, chat, { name: 'page.html', content }));
  const { headers } = await download(test, chat, id);
  assert.is(headers['content-type'], 'text/plain; charset=utf-8');
  assert.is(headers['content-disposition'], 'attachment; filename="page.html.txt"');
});

routes('answers with the name under which a file is shown and saved', async ({ test, chat }) => {
  const uploaded = await uploadAsCustomer(test, chat, { name: 'invoice.hta', content: 'text' });
  assert.is(uploaded.json().name, 'invoice.hta.txt');
});
for (const [what, change] of [
  ['was cut', (path: string) => truncateSync(path, 3)],
  ['has grown', (path: string) => appendFileSync(path, 'more')],
  ['is gone', (path: string) => rmSync(path)],
] as const)
  routes(`reports a file as damaged that ${what} on disk`, async ({ test, chat }) => {
    const id = idOf(await uploadAsCustomer(test, chat, { content: 'hello' }));
    change(join(test.dataDir, 'attachments', chat.contactId, id));
    assert.is(answerOf(await download(test, chat, id)), '500 ATTACHMENT_DAMAGED');
  });

routes('answers preflights of registered websites', async ({ test, chat }) => {
  const { statusCode, headers } = await test.inject({
    method: 'OPTIONS',
    url: chat.url,
    headers: {
      origin: shop,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-attachment-name',
    },
  });
  assert.is(statusCode, 204);
  assert.is(headers['access-control-allow-origin'], shop);
  assert.match(String(headers['access-control-allow-methods']), /POST/);
  for (const name of ['authorization', 'content-type', 'x-attachment-name'])
    assert.match(String(headers['access-control-allow-headers']).toLowerCase(), name);
});
routes("admits the service's own pages, and refuses every other website", async ({ test, chat }) => {
  const attachmentId = idOf(await uploadAsCustomer(test, chat, { headers: { origin: publicUrl } }));
  for (const origin of ['https://evil.example', 'null', 'http://shop.example', `${shop}:8443`]) {
    const answers = [
      await uploadAsCustomer(test, chat, { headers: { origin } }),
      await download(test, chat, attachmentId, { origin }),
    ];
    for (const answer of answers) {
      assert.is(answerOf(answer), '403 ORIGIN_REFUSED');
      assert.is(answer.headers['access-control-allow-origin'], undefined);
    }
  }
  assert.is(filesOf(test).length, 3);
});

routes('requires the token of a chat of this widget', async ({ test, chat }) => {
  const attachmentId = await sendAsCustomer(test, chat);
  const other = { ...chat, url: `/widgets/${await test.createWidget({ name: 'Other' })}/attachments` };
  for (const [where, authorization] of [
    [chat, ''],
    [chat, 'Bearer'],
    [chat, `Bearer ${chat.participantToken}x`],
    [chat, `Bearer ${chat.contactId}.${'x'.repeat(43)}`],
    [chat, `Basic ${chat.participantToken}`],
    [other, `Bearer ${chat.participantToken}`],
  ] as const) {
    const sent = { headers: { authorization } };
    assert.is(answerOf(await uploadAsCustomer(test, where, sent)), '403 PARTICIPANT_REFUSED');
    assert.is(
      answerOf(await download(test, where, attachmentId, { authorization })),
      '403 PARTICIPANT_REFUSED',
    );
  }
});
routes(
  "gives the same answer for other people's files and for missing ones",
  async ({ test, chat, widgetId }) => {
    const other = await startChat(test, widgetId);
    const theirs = await sendAsCustomer(test, other);
    const answers = [];
    for (const id of [theirs, '0'.repeat(32), 'x', '..%2f..%2fwidgets.json', `${theirs}.json`, '%00'])
      answers.push((await download(test, chat, id)).body);
    assert.equal(
      [...new Set(answers)].map((body) => (JSON.parse(body) as { code: string }).code),
      ['ATTACHMENT_NOT_FOUND'],
    );
    assert.is((await download(test, other, theirs)).statusCode, 200);
  },
);
routes('still serves files after the chat has ended, but accepts none', async ({ test, chat }) => {
  const attachmentId = await sendAsCustomer(test, chat);
  chat.frames.say({ type: 'end' });
  for (;;) if ((await chat.frames.next('item')).item.contentType.endsWith('chat.ended')) break;
  assert.is(answerOf(await uploadAsCustomer(test, chat)), '409 CONTACT_ENDED');
  assert.is((await download(test, chat, attachmentId)).statusCode, 200);
  assert.is((await test.rest('DELETE', `/api/contacts/${chat.contactId}`)).statusCode, 204);
  assert.equal(filesOf(test), []);
  assert.is(answerOf(await download(test, chat, attachmentId)), '403 PARTICIPANT_REFUSED');
});
routes(
  "accepts nothing if the widget doesn't allow attachments, but serves existing files",
  async ({ test, chat }) => {
    const attachmentId = await sendAsCustomer(test, chat);
    await test.rest('PATCH', `/api/widgets/${chat.widgetId}`, { features: { attachments: false } });
    assert.is(answerOf(await uploadAsCustomer(test, chat)), '403 ATTACHMENTS_DISABLED');
    assert.is((await download(test, chat, attachmentId)).statusCode, 200);
  },
);

for (const [name, header] of [
  ['none', undefined],
  ['one that climbs', '..%2F..%2Fwidgets.json'],
  ['one that climbs with backslashes', '..%5Cboot.ini'],
  ['one with a line break', 'a%0D%0ASet-Cookie%3A%20a%3Db'],
  ['one with NUL', 'a%00.png'],
  ['one of 257 characters', 'a'.repeat(257)],
  ['one that is not percent-encoded UTF-8', '%ff'],
] as const)
  routes(`refuses a name: ${name}`, async ({ test, chat }) => {
    const { 'x-attachment-name': _, ...headers } = {
      origin: shop,
      authorization: `Bearer ${chat.participantToken}`,
      'content-type': 'application/octet-stream',
      'x-attachment-name': '',
    };
    const answer = await test.inject({
      method: 'POST',
      url: chat.url,
      headers: { ...headers, ...(header !== undefined && { 'x-attachment-name': header }) },
      payload: 'hello',
    });
    assert.is(answerOf(answer), '400 ATTACHMENT_NAME_INVALID');
    assert.equal(filesOf(test), []);
  });
routes('refuses types by their content, whatever their names', async ({ test, chat }) => {
  for (const [name, content] of [
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a.png', '<?xml version="1.0"?><svg/>'],
    ['a.pdf', programs.windows],
    ['a.docx', zip(['readme.txt'])],
    ['a.docx', Buffer.concat([programs.windows, office('word')])],
    ['a.txt', 'a\0b'],
  ] as const)
    assert.is(
      answerOf(await uploadAsCustomer(test, chat, { name, content })),
      '415 ATTACHMENT_TYPE_REFUSED',
      name,
    );
  assert.equal(filesOf(test), []);
});
routes('refuses anything but a stream of bytes', async ({ test, chat }) => {
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'image/png']) {
    const answer = await uploadAsCustomer(test, chat, { headers: { 'content-type': type }, content: '{}' });
    assert.is(answerOf(answer), '415 MEDIA_TYPE_UNSUPPORTED', type);
  }
  assert.is(answerOf(await uploadAsCustomer(test, chat, { content: '' })), '400 ATTACHMENT_EMPTY');
});
routes('accepts 20 MiB and not one byte more', async ({ test, chat }) => {
  const content = Buffer.alloc(limits.attachmentBytes + 1, 'a');
  assert.is(answerOf(await uploadAsCustomer(test, chat, { content })), '413 ATTACHMENT_TOO_LARGE');
  assert.equal(filesOf(test), []);
  const { size } = (await uploadAsCustomer(test, chat, { content: content.subarray(1) })).json();
  assert.is(size, limits.attachmentBytes);
});
routes('is described for integrators', async ({ test }) => {
  const { paths } = (await test.rest('GET', '/api/openapi.json')).json();
  const { post } = paths['/widgets/{widgetId}/attachments/'] ?? paths['/widgets/{widgetId}/attachments'];
  assert.equal(Object.keys(post.requestBody.content), ['application/octet-stream']);
  assert.ok(post.parameters.some(({ name }: { name: string }) => name === 'x-attachment-name'));
  assert.ok(post.responses['201']);
});

/** An upload over a real connection, whose body the test sends piece by piece. */
async function openUpload(
  test: TestApp,
  chat: Chat,
): Promise<{ sending: ClientRequest; code(): Promise<string> }> {
  if (!test.app.server.listening) await test.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = test.app.server.address() as AddressInfo;
  const sending = request({
    ...{ port, host: '127.0.0.1', method: 'POST', path: chat.url },
    headers: {
      origin: shop,
      authorization: `Bearer ${chat.participantToken}`,
      'content-type': 'application/octet-stream',
      'x-attachment-name': 'a.txt',
    },
  });
  const response = once(sending, 'response') as Promise<[IncomingMessage]>;
  response.catch(() => undefined);
  const code = async () => {
    const [answer] = await response;
    const { code } = (await json(answer)) as { code?: string };
    return `${answer.statusCode} ${code}`;
  };
  return { sending, code };
}
const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

routes('leaves nothing of an interrupted upload', async ({ test, chat }) => {
  const { sending } = await openUpload(test, chat);
  sending.on('error', () => undefined);
  sending.write('first');
  while (!filesOf(test).some((name) => name.endsWith('.part'))) await tick();
  sending.destroy();
  while (filesOf(test).length > 0) await tick();
  assert.is((await uploadAsCustomer(test, chat)).statusCode, 201);
});
routes('refuses a body without a length as soon as it is too long', async ({ test, chat }) => {
  const { sending, code } = await openUpload(test, chat);
  const piece = Buffer.alloc(1024 * 1024, 'a');
  for (let count = 0; count <= 20; count += 1) sending.write(piece);
  assert.is(await code(), '413 ATTACHMENT_TOO_LARGE');
  assert.equal(filesOf(test), []);
  // Browsers don't read an answer before their body is sent, so the rest is received and dropped.
  for (let count = 0; count < 40; count += 1) sending.write(piece);
  sending.end();
  await once(sending, 'finish');
});
routes('accepts five concurrent uploads of a participant', async ({ test, chat, widgetId }) => {
  const underWay = [];
  for (let count = 0; count < limits.uploads; count += 1) {
    const upload = await openUpload(test, chat);
    upload.sending.write('first');
    underWay.push(upload);
  }
  while (filesOf(test).filter((name) => name.endsWith('.part')).length < limits.uploads) await tick();
  assert.is(answerOf(await uploadAsCustomer(test, chat)), '429 TOO_MANY_UPLOADS');
  const other = await startChat(test, widgetId);
  assert.is((await uploadAsCustomer(test, other)).statusCode, 201);
  for (const { sending } of underWay) sending.end('last');
  for (const { code } of underWay) assert.is(await code(), '201 undefined');
  assert.is((await uploadAsCustomer(test, chat)).statusCode, 201);
});
routes.run();
