import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import Fastify from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { bodyTime } from '../../../service/plugins/body-time.js';
import { takeBytes } from '../../../service/routes/attachment-upload.js';

const bytes = suite('takeBytes');
for (const [what, isRead] of [
  ['that never ends', true],
  ['that continues after the answer', false],
] as const)
  bytes(`cuts off a body ${what}`, async () => {
    const app = Fastify({ forceCloseConnections: true });
    await app.register(bodyTime, { seconds: 30 });
    takeBytes(app, 50);
    app.post('/', async ({ body }) => {
      if (isRead) await buffer(body as Readable);
      return {};
    });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const headers = { 'content-type': 'application/octet-stream' };
    const sending = request({ port, host: '127.0.0.1', method: 'POST', headers });
    sending.on('response', (response) => response.on('error', () => undefined).resume());
    sending.on('error', () => undefined);
    sending.write('first');
    await new Promise<void>((resolve) => sending.once('close', resolve));
    assert.not(sending.writableEnded, 'the client had more to send');
    await app.close();
  });
bytes.run();
