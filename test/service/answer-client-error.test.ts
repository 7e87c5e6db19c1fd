import Fastify, { type FastifyInstance } from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answerClientError } from '../../service/answer-client-error.js';
import { errorAnswers } from '../../service/plugins/error-answers.js';
import { oneHost } from '../../service/plugins/one-host.js';
import { listen, rawRequest, refusalIn } from '../support/raw-request.js';

const edge = suite<{ app: FastifyInstance; port: number }>('answerClientError');
edge.before(async (context) => {
  const http = { headersTimeout: 50, connectionsCheckingInterval: 10, requireHostHeader: false };
  const app = Fastify({ forceCloseConnections: true, http, clientErrorHandler: answerClientError });
  await app.register(errorAnswers);
  await app.register(oneHost);
  app.get('/', async () => 'hello');
  context.app = app;
  context.port = await listen(app);
});
edge.after(({ app }) => app.close());

for (const [what, bytes, answer] of [
  ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n\r\n', '400 REQUEST_MALFORMED'],
  ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', '400 REQUEST_MALFORMED'],
  ['a header without a name', 'GET / HTTP/1.1\r\n: x\r\n\r\n', '400 REQUEST_MALFORMED'],
  [
    'two lengths',
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    '400 REQUEST_MALFORMED',
  ],
  ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(17_000)}`, '431 HEADERS_TOO_LARGE'],
  ['headers that never end', 'GET / HTTP/1.1\r\nHost: a\r\n', '408 REQUEST_TIMEOUT'],
  ['two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nhOSt: b\r\nConnection: close\r\n\r\n', '400 HOST_INVALID'],
  [
    'two equal hosts',
    'GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\nConnection: close\r\n\r\n',
    '400 HOST_INVALID',
  ],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', '400 HOST_INVALID'],
] as const)
  edge(`${what} is answered ${answer}`, async ({ port }) => {
    assert.is(refusalIn(await rawRequest(port, bytes)), answer);
  });
edge('a request with one host is answered', async ({ port }) => {
  const answer = await rawRequest(port, 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  assert.match(answer, 'hello');
});
edge.run();
