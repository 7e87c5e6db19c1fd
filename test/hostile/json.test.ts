import { once } from 'node:events';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WebSocket } from 'ws';
import { listen } from '../support/raw-request.js';
import { adminToken, openTestApp, shop, type TestApp } from '../support/test-app.js';
import { jsonTexts, type JsonText } from './corpora/json-texts.js';

const json = suite<{ test: TestApp; widgetId: string }>('JSON');
json.before(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
});
json.after(({ test }) => test.close());

/** Codes that say that a body is no JSON. */
const notJson = ['BODY_NOT_JSON', 'BODY_NOT_UTF8'];
/** What has its own bound is refused by it, whatever else it is. */
const bounded = ['BODY_TOO_DEEP', 'BODY_TOO_MANY_VALUES', 'BODY_TOO_LARGE'];

async function send(test: TestApp, method: 'POST' | 'PUT' | 'PATCH', url: string, { bytes }: JsonText) {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const response = await test.inject({ method, url, headers, payload: bytes });
  return { status: response.statusCode, code: response.json<{ code?: string }>().code ?? '' };
}

for (const method of ['PATCH', 'PUT', 'POST'] as const)
  json(`${method} takes what is JSON, refuses what is none, and never fails`, async ({ test, widgetId }) => {
    const url = method === 'POST' ? `/api/widgets/${widgetId}/token-checks` : `/api/widgets/${widgetId}`;
    for (const text of jsonTexts) {
      const { status, code } = await send(test, method, url, text);
      const said = `${text.name}: ${status} ${code}`;
      assert.ok(status < 500, said);
      if (text.verdict === 'y') assert.not(notJson.includes(code), said);
      if (text.verdict === 'n') assert.ok([...notJson, ...bounded].includes(code) && status === 400, said);
    }
  });

json('a socket answers every frame with a code, and goes on', async ({ test, widgetId }) => {
  const frames = await test.customer(widgetId);
  for (const { name, verdict, bytes } of jsonTexts) {
    const text = bytes.toString();
    // A socket is closed where a text frame is not UTF-8 (RFC 6455 §8.1): that is below JSON.
    if (!Buffer.from(text).equals(bytes)) continue;
    frames.say(text);
    const { code } = await frames.next('error');
    const expected = {
      y: ['FRAME_NOT_JSON', 'FRAME_TYPE_UNKNOWN'],
      n: ['FRAME_NOT_JSON', 'FRAME_TOO_LARGE'],
      i: ['FRAME_NOT_JSON', 'FRAME_TYPE_UNKNOWN', 'FRAME_TOO_LARGE'],
    }[verdict];
    assert.ok(expected.includes(String(code)), `${name}: ${code}`);
    // Faults in a row are counted.
    frames.say({ type: 'ping' });
    await frames.next('pong');
  }
});
json('what is not UTF-8 closes its socket, and no other', async ({ test, widgetId }) => {
  const other = await test.customer(widgetId);
  const port = await listen(test.app);
  for (const { bytes } of jsonTexts.filter(({ bytes }) => !Buffer.from(bytes.toString()).equals(bytes))) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/widgets/${widgetId}/socket`, { origin: shop });
    const closed = once(socket, 'close') as Promise<[number]>;
    await once(socket, 'open');
    socket.send(bytes, { binary: false });
    assert.is((await closed)[0], 1007);
  }
  other.say({ type: 'ping' });
  await other.next('pong');
});
json.run();
