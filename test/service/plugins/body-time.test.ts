import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import Fastify, { type FastifyInstance } from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import { ServiceError } from '../../../service/errors.js';
import { bodyTime } from '../../../service/plugins/body-time.js';
import { errorAnswers } from '../../../service/plugins/error-answers.js';
import { listen, rawRequest, refusalIn } from '../../support/raw-request.js';
import { openTestApp } from '../../support/test-app.js';

interface Context {
  app: FastifyInstance;
  port: number;
}

const slow = suite<Context>('bodyTime');
slow.before.each(async (context) => {
  const app = Fastify({ forceCloseConnections: true });
  await app.register(errorAnswers);
  await app.register(bodyTime, { seconds: 0.05 });
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  app.post('/', async ({ body }) => ({ body }));
  app.post('/stream', async ({ body }) => ({ bytes: (await buffer(body as Readable)).length }));
  app.post('/upload', { config: { bodyTakesAtMost: 60_000 } }, async ({ body }) => ({
    bytes: (await buffer(body as Readable)).length,
  }));
  app.post(
    '/secret',
    { onRequest: () => Promise.reject(new ServiceError('NOT_SIGNED_IN')) },
    async () => 'secret',
  );
  context.app = app;
  context.port = await listen(app);
});
slow.after.each(({ app }) => app.close());

const head = (path: string, type: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: ${type}\r\nContent-Length: 1000\r\n\r\n`;

slow('answers a JSON body that never ends with 408, and closes', async ({ port }) => {
  const answer = await rawRequest(port, `${head('/', 'application/json')}{"a":`);
  assert.is(refusalIn(answer), '408 REQUEST_TIMEOUT');
  assert.match(answer, /connection: close/i);
});
slow('answers a stream that never ends with 408, and closes', async ({ port }) => {
  const answer = await rawRequest(port, `${head('/stream', 'application/octet-stream')}abc`);
  assert.is(refusalIn(answer), '408 REQUEST_TIMEOUT');
});
slow('answers a chunked body that never ends with 408', async ({ port }) => {
  const chunked = head('/', 'application/json').replace('Content-Length: 1000', 'Transfer-Encoding: chunked');
  assert.is(refusalIn(await rawRequest(port, `${chunked}1\r\n[\r\n`)), '408 REQUEST_TIMEOUT');
});
slow('closes the connection of a refused sender who continues, with one answer', async ({ port }) => {
  const answer = await rawRequest(port, `${head('/secret', 'application/json')}{"a":`);
  assert.is(refusalIn(answer), '401 NOT_SIGNED_IN');
  assert.is(answer.match(/HTTP\/1\.1/g)?.length, 1);
});
slow('closes the connection of a slow body for an unknown address', async ({ port }) => {
  const answer = await rawRequest(port, `${head('/nowhere', 'application/json')}{"a":`);
  assert.match(refusalIn(answer), /^404 ROUTE_NOT_FOUND|^408 REQUEST_TIMEOUT/);
});
slow("applies a route's own limit", async ({ port }) => {
  const body = 'x'.repeat(999);
  const url = `http://127.0.0.1:${port}`;
  // The upload ends late, after the other route's limit.
  const stream = new ReadableStream({
    async start(controller) {
      controller.enqueue(Buffer.from(body));
      await rawRequest(port, `${head('/', 'application/json')}{"a":`);
      controller.enqueue(Buffer.from('!'));
      controller.close();
    },
  });
  const headers = { 'content-type': 'application/octet-stream' };
  const upload = { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit;
  assert.equal(await (await fetch(`${url}/upload`, upload)).json(), { bytes: 1000 });
});
slow('passes bodies on that arrive in time', async ({ port }) => {
  const url = `http://127.0.0.1:${port}`;
  const list = Array.from({ length: 50_000 }, (_, index) => index);
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(list) });
  assert.is(((await answer.json()) as { body: number[] }).body.length, 50_000);
});
slow("doesn't limit a request without a body", async ({ app }) => {
  assert.is((await app.inject({ method: 'POST', url: '/' })).statusCode, 200);
});
slow('sets the time limits of headers and whole requests', async () => {
  const test = await openTestApp();
  const { headersTimeout, requestTimeout } = test.app.server;
  assert.is(headersTimeout, limits.headersSeconds * 1000);
  assert.ok(requestTimeout > limits.uploadMinutes * 60_000);
  await test.close();
});
slow.run();
