import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readAttachmentsPlace } from '../../service/attachments-url.js';

const key = { AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'a-secret' };
const read = (text: string, environment: Record<string, string> = key) =>
  readAttachmentsPlace(text, (name) => environment[name]);

const places = suite('readAttachmentsPlace');
places('reads a bucket of Amazon S3, in the region of the environment', () => {
  assert.equal(read('s3://chat-files', { ...key, AWS_REGION: 'eu-west-1', AWS_SESSION_TOKEN: 'token' }), {
    kind: 's3',
    bucket: 'chat-files',
    prefix: '',
    endpoint: null,
    region: 'eu-west-1',
    accessKeyId: 'id',
    secretAccessKey: 'a-secret',
    sessionToken: 'token',
  });
});
places('reads a bucket of another store, with a prefix', () => {
  const place = read('s3://files/chat/a.b/?endpoint=https://s3.example.com:9000&region=garage', {
    ...key,
    AWS_REGION: 'eu-west-1',
  });
  assert.is(place.kind, 's3');
  const { bucket, prefix, endpoint, region } = place as Extract<typeof place, { kind: 's3' }>;
  assert.equal(
    [bucket, prefix, endpoint, region],
    ['files', 'chat/a.b', 'https://s3.example.com:9000', 'garage'],
  );
});
places('reads a folder', () => {
  assert.equal(read('file:///mnt/shared/files', {}), { kind: 'folder', folder: '/mnt/shared/files' });
});
for (const [text, says] of [
  ['files', /^ATTACHMENTS_URL is "files", but takes s3:\/\/bucket\/prefix\?/],
  ['https://s3.example.com/files', /^ATTACHMENTS_URL is "https:/],
  ['s3://', /^ATTACHMENTS_URL is "s3:\/\/", but takes/],
  ['s3://UPPER_case', /, but takes s3:/],
  ['s3://files/a//b', /, but takes s3:/],
  ['s3://files/a b', /, but takes s3:/],
  ['s3://files:9000/a', /, but takes s3:/],
  ['file://host/folder', /, but takes s3:/],
  ['s3://files?acl=public', /has the parameter "acl", but takes endpoint and region/],
  ['s3://files?endpoint=s3.example.com', /has the endpoint "s3.example.com", but takes an origin/],
  ['s3://files?endpoint=https://s3.example.com/path', /but takes an origin/],
  ['s3://files?region=Europe!', /region of ATTACHMENTS_URL is "Europe!", but takes a name/],
  ['s3://id:a-secret@files', /has a user or a password, but takes none/],
] as const)
  places(`refuses ${text} in one line`, () => {
    assert.throws(
      () => read(text),
      (error: Error) =>
        says.test(error.message) && !error.message.includes('\n') && !error.message.includes('a-secret'),
    );
  });
places('names the variable of the key that is missing', () => {
  assert.throws(
    () => read('s3://files', {}),
    /^ATTACHMENTS_URL names a bucket, but AWS_ACCESS_KEY_ID is not set/,
  );
  assert.throws(() => read('s3://files', { AWS_ACCESS_KEY_ID: 'id' }), /AWS_SECRET_ACCESS_KEY is not set/);
});
places.run();
