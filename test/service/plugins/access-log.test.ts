import { Writable } from 'node:stream';
import Fastify, { LogController } from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { accessLog } from '../../../service/plugins/access-log.js';
import { errorAnswers } from '../../../service/plugins/error-answers.js';
import { openTestApp } from '../../support/test-app.js';

async function openLogged() {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(String(line)) as Record<string, unknown>);
      done();
    },
  });
  const app = Fastify({
    logger: { stream },
    logController: new LogController({ disableRequestLogging: true }),
  });
  await app.register(errorAnswers);
  await app.register(accessLog);
  app.get('/people/:name', async () => 'found');
  return { app, lines };
}

const access = suite('accessLog');
access('logs each answer by the pattern of its route, without what the address says', async () => {
  const { app, lines } = await openLogged();
  const { headers } = await app.inject('/people/ada?token=secret');
  const [line] = lines;
  assert.equal(
    [line!.msg, line!.method, line!.route, line!.status, line!.reqId],
    ['request', 'GET', '/people/:name', 200, headers['x-request-id']],
  );
  assert.type(line!.milliseconds, 'number');
  assert.not.match(JSON.stringify(lines), /ada|secret/);
  await app.close();
});
access('logs an address without a route as such', async () => {
  const { app, lines } = await openLogged();
  assert.is((await app.inject('/nowhere/ada')).statusCode, 404);
  assert.equal([lines[0]!.route, lines[0]!.status], [null, 404]);
  await app.close();
});
access('the service gives every answer an id of its own, refused ones included', async () => {
  const test = await openTestApp();
  const urls = ['/livez', '/api/widgets', '/nowhere'];
  const ids = await Promise.all(
    urls.map(async (url) => (await test.inject({ url })).headers['x-request-id']),
  );
  assert.is(new Set(ids).size, 3);
  for (const id of ids) assert.match(String(id), /^[\da-f-]{36}$/);
  await test.close();
});
access.run();
