import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import Fastify from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Core } from '../../../service/core.js';
import { ServiceError } from '../../../service/errors.js';
import { errorAnswers } from '../../../service/plugins/error-answers.js';
import { sendAttachment } from '../../../service/routes/attachment-download.js';
import { rejectionOf } from '../../support/rejection.js';

const attachment = {
  ...{ attachmentId: 'f1', contactId: 'k1', participantId: 'c1', name: 'a.txt' },
  ...{ contentType: 'text/plain', size: 200_000, uploadedAt: 0 },
};
/** The first half of a file, then its end. */
async function* half(): AsyncIterable<Buffer> {
  yield Buffer.alloc(100_000, 'a');
  await new Promise((resolve) => setImmediate(resolve));
  throw new ServiceError('ATTACHMENT_DAMAGED');
}

const download = suite('sendAttachment');
download('closes the connection if the file is truncated, so that nothing looks complete', async () => {
  const app = Fastify({ forceCloseConnections: true });
  await app.register(errorAnswers);
  const attachments = { read: async () => Readable.from(half()) };
  app.get('/', (_request, reply) =>
    sendAttachment({ attachments } as unknown as Core, attachment, reply, 'nothing'),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const [response] = (await once(get({ port, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
  assert.is(response.headers['content-length'], '200000');
  assert.match((await rejectionOf(buffer(response))).message, /aborted/);
  await app.close();
});
download.run();
