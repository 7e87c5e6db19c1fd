import Fastify from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import { errorAnswers } from '../../../service/plugins/error-answers.js';
import { jsonBodies } from '../../../service/plugins/json-bodies.js';
import { openTestApp } from '../../support/test-app.js';

/** The body that a route receives, or the code of the refusal. */
async function given(payload: string | Buffer, contentType = 'application/json'): Promise<unknown> {
  const app = Fastify({ bodyLimit: limits.bodyBytes });
  await app.register(errorAnswers);
  await app.register(jsonBodies);
  app.post('/', ({ body }) => ({ body }));
  const response = await app.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': contentType },
    payload,
  });
  await app.close();
  const answer = response.json<{ body?: unknown; code?: string; pointer?: string }>();
  if (response.statusCode === 200) return answer.body;
  return [response.statusCode, answer.code, ...(answer.pointer === undefined ? [] : [answer.pointer])].join(
    ' ',
  );
}
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

const bodies = suite('jsonBodies');
bodies('reads JSON in UTF-8, with or without a byte-order mark', async () => {
  assert.equal(await given('{"a":"Grüße 👋"}'), { a: 'Grüße 👋' });
  assert.equal(await given('\uFEFF[1]'), [1]);
  assert.equal(await given('"\\"[[[[,,,,"'), '"[[[[,,,,');
});
for (const [what, bytes] of [
  ['a lone continuation byte', [0x22, 0x80, 0x22]],
  ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
  ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
  ['a truncated character', [0x22, 0xe2, 0x82, 0x22]],
  ['a byte that is never valid', [0x22, 0xff, 0x22]],
  ['UTF-16', [0xff, 0xfe, 0x31, 0x00]],
] as const)
  bodies(`refuses ${what}`, async () => {
    assert.is(await given(Buffer.from(bytes)), '400 BODY_NOT_UTF8');
  });
bodies('limits the depth, inclusively', async () => {
  assert.equal(JSON.stringify(await given(nested(limits.bodyDepth))), nested(limits.bodyDepth));
  assert.is(await given(nested(limits.bodyDepth + 1)), '400 BODY_TOO_DEEP');
  assert.is(await given('['.repeat(limits.bodyBytes)), '400 BODY_TOO_DEEP');
  assert.is(await given('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)), '400 BODY_TOO_DEEP');
});
bodies('limits the number of values', async () => {
  const list = (length: number): string => `[${'1,'.repeat(length - 1)}1]`;
  assert.is(((await given(list(limits.bodyValues - 1))) as number[]).length, limits.bodyValues - 1);
  assert.is(await given(list(limits.bodyValues)), '400 BODY_TOO_MANY_VALUES');
  assert.is(await given(list(250_000)), '400 BODY_TOO_MANY_VALUES');
});
bodies('names a number that would become Infinity', async () => {
  assert.is(await given('{"a/b":[0,1e400]}'), '400 REQUEST_INVALID /a~1b/1');
  assert.is(await given(`[-${'9'.repeat(400)}]`), '400 REQUEST_INVALID /0');
  assert.equal(await given('[1e20,1e-400,"1e400"]'), [1e20, 0, '1e400']);
});
bodies('accepts no other media type', async () => {
  assert.is(await given('{}', 'text/plain'), '415 MEDIA_TYPE_UNSUPPORTED');
  assert.is(await given('a=1', 'application/x-www-form-urlencoded'), '415 MEDIA_TYPE_UNSUPPORTED');
});
bodies('refuses an empty body, and names that would change a prototype', async () => {
  assert.is(await given(''), '400 BODY_NOT_JSON');
  assert.is(await given('{"__proto__":{}}'), '400 BODY_NOT_JSON');
  assert.is(await given('{"a":{"constructor":{"prototype":{}}}}'), '400 BODY_NOT_JSON');
});
bodies('handles the maximum number of values in a widget', async () => {
  const test = await openTestApp();
  const widgetId = await test.createWidget();
  for (const change of [
    { domains: Array.from({ length: limits.bodyValues - 10 }, () => 'x') },
    Object.fromEntries(Array.from({ length: 90_000 }, (_, index) => [index.toString(36), 1])),
  ]) {
    const refused = await test.rest('PATCH', `/api/widgets/${widgetId}`, change);
    assert.equal([refused.statusCode, refused.json().code], [400, 'REQUEST_INVALID']);
  }
  await test.close();
});
bodies.run();
