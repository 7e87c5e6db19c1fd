import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createOccupancy, type Occupancy } from '../../../service/limits/occupancy.js';
import { bodyPlaces } from '../../../service/plugins/body-places.js';
import { errorAnswers } from '../../../service/plugins/error-answers.js';
import { openTestApp } from '../../support/test-app.js';
import { defaultLimits } from '../../../service/limits/limit-settings.js';
import { listen } from '../../support/raw-request.js';

interface Context {
  app: FastifyInstance;
  port: number;
  places: Occupancy;
}

const bodies = suite<Context>('bodyPlaces');
bodies.before.each(async (context) => {
  const places = createOccupancy(2);
  const app = Fastify({ forceCloseConnections: true, trustProxy: true });
  await app.register(errorAnswers);
  await app.register(bodyPlaces, { places });
  app.post('/', async ({ body }) => ({ body }));
  app.get('/', async () => 'fine');
  Object.assign(context, { app, places, port: await listen(app) });
});
bodies.after.each(({ app }) => app.close());

/** A request whose body stops after its first byte. */
async function sendSlowly(port: number, address: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  const head = ['POST / HTTP/1.1', 'host: a', `x-forwarded-for: ${address}`];
  socket.write([...head, 'content-type: application/json', 'content-length: 10', '', '['].join('\r\n'));
  await once(socket, 'ready');
  return socket;
}
const post = (port: number, address: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
    body: '[1]',
  });
/** Resolves when the service counts the address as full or not. */
async function counts(places: Occupancy, address: string, isFull: boolean): Promise<void> {
  while (places.isFull(address) !== isFull) await new Promise((resolve) => setImmediate(resolve));
}

bodies(
  'refuses requests beyond the limit of an address, tells when to retry, and closes',
  async ({ port, places }) => {
    await sendSlowly(port, '192.0.2.1');
    await sendSlowly(port, '192.0.2.1');
    await counts(places, '192.0.2.1', true);
    const refused = await post(port, '192.0.2.1');
    assert.equal(
      [refused.status, refused.headers.get('retry-after'), refused.headers.get('connection')],
      [429, '5', 'close'],
    );
    assert.is(((await refused.json()) as { code: string }).code, 'TOO_MANY_CONNECTIONS');
  },
);
bodies('serves other addresses, and requests without a body', async ({ port, places }) => {
  await sendSlowly(port, '192.0.2.1');
  await sendSlowly(port, '192.0.2.1');
  await counts(places, '192.0.2.1', true);
  assert.is((await post(port, '192.0.2.2')).status, 200);
  const headers = { 'x-forwarded-for': '192.0.2.1' };
  assert.is((await fetch(`http://127.0.0.1:${port}`, { headers })).status, 200);
});
bodies('frees a place when a body has arrived, and when its client has gone', async ({ port, places }) => {
  for (let request = 0; request < 5; request += 1) assert.is((await post(port, '192.0.2.1')).status, 200);
  assert.is(places.size, 0);
  const slow = [await sendSlowly(port, '192.0.2.1'), await sendSlowly(port, '192.0.2.1')];
  await counts(places, '192.0.2.1', true);
  slow[0]!.destroy();
  await counts(places, '192.0.2.1', false);
  assert.is((await post(port, '192.0.2.1')).status, 200);
});
bodies('uses the limit that the operator has set', async () => {
  const test = await openTestApp({ limits: { ...defaultLimits, bodiesPerAddress: 1 } });
  const port = await listen(test.app);
  const head = 'POST /api/session HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n';
  const socket = connect(port, '127.0.0.1');
  socket.write(head);
  await once(socket, 'ready');
  await counts(test.core.clientLimits.bodies, '127.0.0.1', true);
  assert.is((await post(port, '')).status, 429);
  await test.close();
});
bodies.run();
