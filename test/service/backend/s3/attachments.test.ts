import { randomUUID } from 'node:crypto';
import { buffer, text } from 'node:stream/consumers';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openEmbeddedAttachments } from '../../../../service/backend/embedded/attachments/attachments.js';
import { openS3Attachments } from '../../../../service/backend/s3/attachments.js';
import { bodyOf, Bucket, type BucketOptions } from '../../../../service/backend/s3/bucket.js';
import { rejectionOf } from '../../../support/rejection.js';
import { sharedS3 } from '../../../support/s3/server.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { attachmentsContract, facts, keep } from '../attachments-contract.js';

// The timers of the service do not keep a process alive.
const alive = setInterval(() => undefined, 60_000);

const open = (options: BucketOptions, { prefix = 'a/b', uploadTakesAtMost = 60_000 } = {}) =>
  openS3Attachments({ ...options, prefix, uploadTakesAtMost });

attachmentsContract('s3', async () => open(await (await sharedS3()).createBucket()));

const s3 = suite<{ options: BucketOptions; bucket: Bucket; contactId: string }>('s3: beyond the contract');
s3.before.each(async (context) => {
  context.options = await (await sharedS3()).createBucket();
  context.bucket = new Bucket(context.options);
  context.contactId = randomUUID();
});
s3.after(() => clearInterval(alive));

async function keysIn(bucket: Bucket): Promise<string[]> {
  const keys = [];
  for await (const { key } of bucket.list('')) keys.push(key);
  return keys;
}

s3('shows every process what one of them stored', async ({ options, contactId }) => {
  const [here, there] = [await open(options), await open(options)];
  const kept = await keep(here, contactId);
  assert.equal(await there.unsaid(), [kept]);
  await there.settle(contactId, kept.attachmentId);
  assert.equal(await here.unsaid(), []);
  assert.is(await text((await there.read(contactId, kept.attachmentId))!), 'hello');
});
s3(
  'stores nothing before a file is whole, and nothing of a discarded one',
  async ({ options, bucket, contactId }) => {
    const store = await open(options);
    const draft = await store.open(contactId);
    await draft.write(Buffer.alloc(100_000));
    assert.equal(await keysIn(bucket), []);
    await draft.discard();
    assert.equal(await keysIn(bucket), []);
  },
);
s3('carries large files in pieces', async ({ options, contactId }) => {
  const store = await open(options, { prefix: '' });
  const draft = await store.open(contactId);
  const piece = Buffer.alloc(1_000_003, 'abc');
  for (let index = 0; index < 9; index += 1) await draft.write(piece);
  const { attachmentId, size } = await draft.keep(facts);
  assert.is(size, 9_000_027);
  const read = await buffer((await store.read(contactId, attachmentId))!);
  assert.ok(read.equals(Buffer.concat(Array.from({ length: 9 }, () => piece))));
});
s3(
  'has the layout of a folder, so that files can be copied as they are',
  async ({ options, bucket, contactId }) => {
    const folder = await openEmbeddedAttachments({ folder: temporaryFolder() });
    const store = await open(options, { prefix: '' });
    const kept = await keep(store, contactId);
    const { attachmentId } = kept;
    const expected = [
      `${contactId}/${attachmentId}`,
      `${contactId}/${attachmentId}.json`,
      `unsaid/${contactId}.${attachmentId}`,
    ];
    assert.equal(await keysIn(bucket), expected);
    const copy = await folder.open(contactId, attachmentId);
    for await (const bytes of (await store.read(contactId, attachmentId))!) await copy.write(bytes as Buffer);
    assert.equal(await copy.keep(facts), kept);
    for (const each of [store, folder]) {
      const listed = [];
      for await (const ids of each.kept()) listed.push(ids);
      assert.equal(listed, [{ contactId, attachmentId }]);
    }
  },
);
s3(
  'removes what a process left unfinished, once it is older than an upload can be',
  async ({ options, bucket, contactId }) => {
    const store = await open(options);
    const [whole, torn] = [await keep(store, contactId), await keep(store, contactId)];
    await bucket.remove(`a/b/${contactId}/${torn.attachmentId}.json`);
    await store.removeTorn();
    assert.is((await keysIn(bucket)).length, 5, 'another process may be about to write the facts');
    const later = await open(options, { uploadTakesAtMost: -60_000 });
    await later.removeTorn();
    assert.equal(await later.unsaid(), [whole]);
    assert.is((await keysIn(bucket)).length, 3);
  },
);
for (const [what, suffix, change] of [
  ['description is cut', '.json', (bytes: Buffer) => bytes.subarray(0, 20)],
  ['description is altered', '.json', altered],
  ['bytes are cut', '', (bytes: Buffer) => bytes.subarray(1)],
  ['bytes are altered', '', altered],
  ['bytes are missing', '', () => null],
] as const)
  s3(
    `never gives a file whose ${what} as a whole, and names its place`,
    async ({ options, bucket, contactId }) => {
      const store = await open(options, { prefix: '' });
      const { attachmentId } = await keep(store, contactId, 'x'.repeat(300_000));
      const key = `${contactId}/${attachmentId}${suffix}`;
      const changed = change(await buffer((await bucket.read(key))!.content));
      await (changed ? bucket.put(key, bodyOf(changed.toString('latin1'))) : bucket.remove(key));
      const { code, cause } = await rejectionOf(
        store.read(contactId, attachmentId).then((stream) => buffer(stream!)),
      );
      assert.is(code, 'ATTACHMENT_DAMAGED');
      const { message } = cause as Error;
      assert.ok(message.startsWith(`s3://${options.bucket}/${key} is damaged: `), message);
      assert.is((await store.unsaid()).length, suffix ? 0 : 1);
    },
  );
function altered(bytes: Buffer): Buffer {
  bytes[bytes.length >> 1]! ^= 1;
  return bytes;
}
s3('lists more objects than one answer has', async ({ bucket }) => {
  const keys = Array.from({ length: 1_005 }, (_, index) => `x/${String(index).padStart(5, '0')}`);
  for (let from = 0; from < keys.length; from += 50)
    await Promise.all(keys.slice(from, from + 50).map((key) => bucket.put(key, bodyOf(''))));
  assert.equal(await keysIn(bucket), keys);
});
for (const [what, change, says] of [
  ['a wrong key', { secretAccessKey: 'wrong' }, /403 SignatureDoesNotMatch/],
  ['a bucket that is missing', { bucket: 'no-such-bucket' }, /404 NoSuchBucket/],
  ['a port where nothing listens', { endpoint: 'http://127.0.0.1:1' }, /the store could not be reached: /],
] as const)
  s3(`refuses ${what} at the start, in one sentence`, async ({ options }) => {
    const { message } = await rejectionOf(open({ ...options, ...change }));
    assert.match(message, /^The attachments that ATTACHMENTS_URL names cannot be used: s3:\/\//);
    assert.match(message, says);
    assert.not.ok(message.includes('\n'));
  });
s3.run();
