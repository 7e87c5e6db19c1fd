import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Type } from 'typebox';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openFileCollection } from '../../../../../service/backend/embedded/configuration/collection.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';
import { collectionContract, DocumentSchema as schema } from '../../collection-contract.js';

const newFile = (): string => join(temporaryFolder(), 'documents.json');
const document = (name: string) => ({ name, tags: [] });

collectionContract('file', (options) => {
  const file = newFile();
  return openFileCollection({ file, schema, ...(options?.keepsEarlier && { earlier: `${file}.earlier` }) });
});

const files = suite('file: beyond the contract');
files('stores a readable file for its owner only, and reads it again', async () => {
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
    '/a/value/name must be string, but is 7',
  ],
  [
    'a wrong value beside an unknown one',
    '{"a":{"version":1,"updatedAt":"","value":{"name":7,"x":1,"tags":[]}}}',
    '/a/value/name must be string, but is 7',
  ],
  ['truncated text', '{"a":{"version":1,"upda', 'it ends too early'],
  ['nothing in it', '', 'it is empty'],
  ['a syntax error in a line', '{\n  "a": {,\n', 'line 2, column 9'],
  ['no version', '{"a":{"updatedAt":"","value":{"name":"","tags":[]}}}', '/a'],
] as const) {
  files(`refuses to start with a file with ${what}, names it, and doesn't change it`, async () => {
    const file = newFile();
    await writeFile(file, text);
    const { message } = await rejectionOf(openFileCollection({ file, schema }));
    assert.ok(message.startsWith(file), message);
    assert.ok(message.includes(says), message);
    assert.is(await readFile(file, 'utf8'), text);
  });
}
files('shows neither secrets nor whole objects in messages', async () => {
  const file = newFile();
  const { version, updatedAt } = { version: 1, updatedAt: '' };
  for (const value of [
    { name: 'hunter2', tags: [] },
    { name: ['hunter2'], tags: [] },
    { tags: ['hunter2'] },
  ]) {
    await writeFile(file, JSON.stringify({ a: { version, updatedAt, value } }));
    const strict = Type.Object({ name: Type.String({ maxLength: 3 }), tags: Type.Array(Type.String()) });
    const { message } = await rejectionOf(openFileCollection({ file, schema: strict, secrets: ['name'] }));
    assert.match(message, file);
    assert.not.match(message, 'hunter2');
  }
});
files('skips a byte-order mark at the beginning', async () => {
  const file = newFile();
  const stored = { version: 3, updatedAt: '', value: document('first') };
  await writeFile(file, `\uFEFF${JSON.stringify({ a: stored })}`);
  assert.is((await (await openFileCollection({ file, schema })).get('a'))!.value.name, 'first');
});
files('drops unknown members, reports them, and keeps a copy of the original file', async () => {
  const file = newFile();
  const value = '{"name":"first","tags":[],"passwordhash":"x","__proto__":{"y":1}}';
  const text = `{"a":{"version":3,"updatedAt":"","later":{},"value":${value}},"__proto__":${'{"version":1,"updatedAt":"","value":{"name":"","tags":[]}}'}}`;
  await writeFile(file, text);
  const repairs: unknown[] = [];
  const opened = await openFileCollection({ file, schema, onRepaired: (repair) => repairs.push(repair) });
  const dropped = ['/a/later', '/a/value/passwordhash', '/a/value/__proto__'];
  assert.equal(repairs, [{ file, dropped, kept: `${file}.before-repair` }]);
  assert.equal((await opened.get('a'))!.value, document('first'));
  assert.is((await opened.list()).length, 2);
  assert.is(await readFile(`${file}.before-repair`, 'utf8'), text);
  assert.is((await stat(`${file}.before-repair`)).mode & 0o777, 0o600);

  await openFileCollection({ file, schema, onRepaired: () => assert.unreachable('it was repaired before') });
  await writeFile(file, text);
  await openFileCollection({ file, schema, onRepaired: (repair) => repairs.push(repair) });
  assert.is((repairs[1] as { kept: string }).kept, `${file}.before-repair-2`);
});
files('changes nothing if a write fails', async () => {
  const file = newFile();
  const documents = await openFileCollection({ file, schema });
  await documents.put('a', document('first'));
  // A folder at the path of the new file makes the write fail, even for root.
  await mkdir(`${file}.new`);
  const { code } = await rejectionOf(documents.put('a', document('second')));
  assert.is(code, 'TEMPORARILY_UNAVAILABLE');
  assert.is((await documents.get('a'))!.value.name, 'first');
  await rm(`${file}.new`, { recursive: true, force: true });
  assert.ok((await documents.put('a', document('third'), 1)).ok);
});
files('adds the default of a member that an older file lacks', async () => {
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
files("doesn't replace a version that it can't archive", async () => {
  const file = newFile();
  // A file at the path of the folder makes the write fail, even for root.
  await writeFile(`${file}.earlier`, '');
  const documents = await openFileCollection({ file, schema, earlier: `${file}.earlier` });
  await documents.put('a', document('first'));
  const { code } = await rejectionOf(documents.put('a', document('second')));
  assert.is(code, 'TEMPORARILY_UNAVAILABLE');
  assert.is((await documents.get('a'))!.value.name, 'first');
});
files.run();
