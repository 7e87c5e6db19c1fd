import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { factsText } from '../../../../service/backend/embedded/attachments/attachment-facts.js';
import { openS3Attachments } from '../../../../service/backend/s3/attachments.js';
import { bodyOf, Bucket } from '../../../../service/backend/s3/bucket.js';
import type { Clock } from '../../../../service/clock.js';
import { rejectionOf } from '../../../support/rejection.js';
import { facts } from '../attachments-contract.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A clock whose pauses are over at once, and whose time limits never come. */
const quick: Pick<Clock, 'later'> = {
  later(milliseconds, callback) {
    if (milliseconds < 10_000) setImmediate(callback);
    return () => undefined;
  },
};

/** A store that answers as the test says. */
async function storeThat(answer: Answer) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const options = {
    ...{ bucket: 'files', endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', clock: quick },
    ...{ accessKeyId: 'key', secretAccessKey: 'secret' },
  };
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { options, bucket: new Bucket(options), close };
}

const buckets = suite('a bucket of a store with faults');
buckets('sends a request again that was refused for the moment, with all of its bytes', async () => {
  const heard: string[] = [];
  const { bucket, close } = await storeThat(async (request, response) => {
    heard.push(String(await buffer(request)));
    response.writeHead(heard.length < 3 ? 503 : 200).end();
  });
  await bucket.put('a', bodyOf('whole'));
  assert.equal(heard, ['whole', 'whole', 'whole']);
  await close();
});
buckets('sends a request again whose connection was cut', async () => {
  let requests = 0;
  const { bucket, close } = await storeThat((request, response) => {
    requests += 1;
    if (requests === 1) request.socket.destroy();
    else response.writeHead(204).end();
  });
  await bucket.remove('a');
  assert.is(requests, 2);
  await close();
});
buckets('gives up after four attempts, and says why', async () => {
  let requests = 0;
  const { bucket, close } = await storeThat((_request, response) => {
    requests += 1;
    response.writeHead(503).end('<Error><Code>SlowDown</Code><Message>Less, &amp; slower</Message></Error>');
  });
  const { message } = await rejectionOf(bucket.put('a', bodyOf('x')));
  assert.is(message, 's3://files/a: the store answered 503 SlowDown (Less, & slower)');
  assert.is(requests, 4);
  await close();
});
buckets('does not repeat what the store refuses for good', async () => {
  let requests = 0;
  const { bucket, close } = await storeThat((_request, response) => {
    requests += 1;
    response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
  });
  const { message } = await rejectionOf(bucket.put('a', bodyOf('x')));
  assert.is(message, 's3://files/a: the store answered 403 AccessDenied');
  assert.is(requests, 1);
  await close();
});
buckets('ends a download that is cut with an error, and never in silence', async () => {
  const [contactId, attachmentId] = [randomUUID(), 'a'.repeat(32)];
  const attachment = { ...facts, contactId, attachmentId, size: 100_000 };
  const { options, close } = await storeThat((request, response) => {
    if (request.method !== 'GET') return void response.writeHead(200).end();
    if (request.url!.includes('list-type')) return void response.end('<ListBucketResult/>');
    if (request.url!.endsWith('.json')) return void response.end(factsText({ attachment, sum: 1 }));
    response.writeHead(200, { 'content-length': '100000' });
    response.write(Buffer.alloc(50_000), () => request.socket.destroy());
  });
  const store = await openS3Attachments({ ...options, prefix: '', uploadTakesAtMost: 0 });
  const stream = (await store.read(contactId, attachmentId))!;
  assert.is((await rejectionOf(buffer(stream))).code, 'TEMPORARILY_UNAVAILABLE');
  await close();
});
buckets.run();
