import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type } from 'typebox';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openArchive } from '../../../../../service/backend/embedded/configuration/archive.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';

const document = (id: string, version: number) => ({
  id,
  version,
  updatedAt: '2026-03-02T10:00:00.000Z',
  updatedBy: null,
  value: { name: `version ${version}` },
});

const schema = Type.Object({ name: Type.String() }, { additionalProperties: false });

const archives = suite('archive of earlier versions');
archives('appends a readable line for each version', async () => {
  const folder = join(temporaryFolder(), 'earlier');
  const archive = openArchive(folder, schema);
  await archive.archive(document('a', 1));
  await archive.archive(document('a', 2));
  const lines = (await readFile(join(folder, 'a.jsonl'), 'utf8')).trim().split('\n');
  assert.equal(
    lines.map((line) => JSON.parse(line).version),
    [1, 2],
  );
  assert.equal(await openArchive(folder, schema).readArchive('a'), [document('a', 1), document('a', 2)]);
});
archives('skips a line that a crash left incomplete, and starts the next one on its own line', async () => {
  const folder = temporaryFolder();
  const archive = openArchive(folder, schema);
  await archive.archive(document('a', 1));
  await appendFile(join(folder, 'a.jsonl'), '{"id":"a","version":2,"val');
  assert.equal(await archive.readArchive('a'), [document('a', 1)]);
  await archive.archive(document('a', 2));
  assert.equal(await archive.readArchive('a'), [document('a', 1), document('a', 2)]);
});
archives('never writes outside its folder, whatever the id', async () => {
  const folder = join(temporaryFolder(), 'earlier');
  const archive = openArchive(folder, schema);
  for (const id of ['..', '../outside', 'a/b', '.', 'ünïcode']) await archive.archive(document(id, 1));
  assert.is((await readdir(folder)).length, 5);
  assert.equal(await archive.readArchive('../outside'), [document('../outside', 1)]);
});
archives('adapts a version of another release to the current schema', async () => {
  const folder = temporaryFolder();
  await openArchive(folder, schema).archive({ ...document('a', 1), value: { name: 'x', later: 1 } });
  const size = Type.Number({ default: 7 });
  const newer = Type.Object({ name: Type.String(), size }, { additionalProperties: false });
  const [read] = await openArchive(folder, newer).readArchive('a');
  assert.equal(read!.value, { name: 'x', size: 7 });
});
archives('names a line that is not JSON', async () => {
  const folder = temporaryFolder();
  await appendFile(join(folder, 'a.jsonl'), '{"id":}\n');
  const { message } = await rejectionOf(openArchive(folder, schema).readArchive('a'));
  assert.match(message, `${join(folder, 'a.jsonl')}, line 1, is not JSON`);
});
archives.run();
