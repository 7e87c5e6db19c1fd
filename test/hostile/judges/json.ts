// Why: the small collection of the tests and the large ones of the bench are judged alike. Each judge returns
// the problems.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { listen } from '../../support/raw-request.js';
import { adminToken, shop, type TestApp } from '../../support/test-app.js';
import type { JsonText } from '../corpora/json-texts.js';
import { inParts } from './in-parts.js';

/** Codes for a body that is not JSON. */
const notJson = ['BODY_NOT_JSON', 'BODY_NOT_UTF8'];
/** Codes of limits that apply before anything else is checked. */
const bounded = ['BODY_TOO_DEEP', 'BODY_TOO_MANY_VALUES', 'BODY_TOO_LARGE'];

/** REST accepts valid JSON, refuses invalid JSON, and never fails. */
export async function judgeJsonBodies(
  test: TestApp,
  widgetId: string,
  texts: readonly JsonText[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const method of ['PATCH', 'PUT', 'POST'] as const) {
    const url = method === 'POST' ? `/api/widgets/${widgetId}/token-checks` : `/api/widgets/${widgetId}`;
    for (const { name, verdict, bytes } of texts) {
      const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
      const response = await test.inject({ method, url, headers, payload: bytes });
      const code = response.json<{ code?: string }>().code ?? '';
      const isRefusedAsNone = response.statusCode === 400 && [...notJson, ...bounded].includes(code);
      const isRight =
        response.statusCode < 500 &&
        (verdict !== 'y' || !notJson.includes(code)) &&
        (verdict !== 'n' || isRefusedAsNone);
      if (!isRight) problems.push(`${method} ${name}: ${response.statusCode} ${code}`);
    }
  }
  return problems;
}

const frameCodes = {
  y: ['FRAME_NOT_JSON', 'FRAME_TYPE_UNKNOWN'],
  n: ['FRAME_NOT_JSON', 'FRAME_TOO_LARGE'],
  i: ['FRAME_NOT_JSON', 'FRAME_TYPE_UNKNOWN', 'FRAME_TOO_LARGE'],
};

/** A socket answers every frame with a code, and continues. */
export async function judgeJsonFrames(
  test: TestApp,
  widgetId: string,
  texts: readonly JsonText[],
): Promise<string[]> {
  const problems: string[] = [];
  // A text frame with invalid UTF-8 closes its socket (RFC 6455 §8.1), which is below JSON.
  for (const part of inParts(texts.filter(isUtf8))) {
    const frames = await test.customer(widgetId);
    for (const { name, verdict, bytes } of part) {
      frames.say(bytes.toString());
      const { code } = await frames.next('error');
      if (!frameCodes[verdict].includes(String(code))) problems.push(`frame ${name}: ${code}`);
      // Resets the count of invalid frames in a row.
      frames.say({ type: 'ping' });
      await frames.next('pong');
    }
    frames.close();
  }
  return problems;
}

/** Invalid UTF-8 closes its socket, and no other. */
export async function judgeBrokenUtf8(
  test: TestApp,
  widgetId: string,
  texts: readonly JsonText[],
): Promise<string[]> {
  const problems: string[] = [];
  const other = await test.customer(widgetId);
  const port = await listen(test.app);
  for (const { name, bytes } of texts.filter((text) => !isUtf8(text))) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/widgets/${widgetId}/socket`, { origin: shop });
    const closed = once(socket, 'close') as Promise<[number]>;
    await once(socket, 'open');
    socket.send(bytes, { binary: false });
    const [code] = await closed;
    if (code !== 1007) problems.push(`frame ${name}: closed with ${code}`);
  }
  other.say({ type: 'ping' });
  await other.next('pong');
  return problems;
}

const isUtf8 = ({ bytes }: JsonText): boolean => Buffer.from(bytes.toString()).equals(bytes);
