import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Type } from 'typebox';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openFileCollection } from '../../../../service/store/embedded/collection.js';
import { rejectionOf } from '../../../support/rejection.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { collectionContract } from '../collection-contract.js';

const schema = Type.Object(
  { name: Type.String(), tags: Type.Array(Type.String()) },
  { additionalProperties: false },
);
const newFile = (): string => join(temporaryFolder(), 'documents.json');
const document = (name: string) => ({ name, tags: [] });

collectionContract('file', (options) => {
  const file = newFile();
  return openFileCollection({ file, schema, ...(options?.keepsEarlier && { earlier: `${file}.earlier` }) });
});

const files = suite('file: beyond the contract');
files('is readable by a person, by nobody else, and there after opening again', async () => {
  const file = newFile();
  await (await openFileCollection({ file, schema })).put('a', document('first'));
  assert.match(await readFile(file, 'utf8'), '\n  "a": {\n    "version": 1,');
  assert.is((await stat(file)).mode & 0o777, 0o600);
  assert.equal(await readdir(dirname(file)), ['documents.json']);
  const again = await openFileCollection({ file, schema });
  assert.is((await again.get('a'))!.value.name, 'first');
});
for (const [what, text, says] of [
  ['no JSON', '{ "a": ', 'is not JSON'],
  ['no documents', '[]', 'the file must be'],
  [
    'a wrong value',
    '{"a":{"version":1,"updatedAt":"","value":{"name":7,"tags":[]}}}',
    '/a/value/name must be string',
  ],
  ['a member too many', '{"a":{"version":1,"updatedAt":"","value":{"name":"","tags":[],"x":1}}}', '/a/value'],
  ['no version', '{"a":{"updatedAt":"","value":{"name":"","tags":[]}}}', '/a'],
] as const) {
  files(`a file with ${what} stops the start by name, and is left as it is`, async () => {
    const file = newFile();
    await writeFile(file, text);
    const { message } = await rejectionOf(openFileCollection({ file, schema }));
    assert.ok(message.startsWith(file), message);
    assert.ok(message.includes(says), message);
    assert.is(await readFile(file, 'utf8'), text);
  });
}
files('what could not be written has not happened', async () => {
  const file = newFile();
  const documents = await openFileCollection({ file, schema });
  await documents.put('a', document('first'));
  // A folder where the new file would be written: it fails for root too.
  await mkdir(`${file}.new`);
  const { code } = await rejectionOf(documents.put('a', document('second')));
  assert.is(code, 'TEMPORARILY_UNAVAILABLE');
  assert.is((await documents.get('a'))!.value.name, 'first');
  await rm(`${file}.new`, { recursive: true, force: true });
  assert.ok((await documents.put('a', document('third'), 1)).ok);
});
files('a file from before a member was known has its default', async () => {
  const file = newFile();
  const stored = { version: 3, updatedAt: '', value: { name: 'old' } };
  await writeFile(file, JSON.stringify({ a: stored }));
  const newer = Type.Object({
    name: Type.String(),
    look: Type.Object({ size: Type.Number({ default: 7 }) }, { default: {} }),
  });
  const opened = await openFileCollection({ file, schema: newer });
  assert.equal((await opened.get('a'))!.value, { name: 'old', look: { size: 7 } });
});
files('what cannot be put aside is not replaced', async () => {
  const file = newFile();
  // A file where the folder would be: it fails for root too.
  await writeFile(`${file}.earlier`, '');
  const documents = await openFileCollection({ file, schema, earlier: `${file}.earlier` });
  await documents.put('a', document('first'));
  const { code } = await rejectionOf(documents.put('a', document('second')));
  assert.is(code, 'TEMPORARILY_UNAVAILABLE');
  assert.is((await documents.get('a'))!.value.name, 'first');
});
files.run();
