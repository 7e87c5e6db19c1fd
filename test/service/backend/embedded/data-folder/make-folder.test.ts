import { existsSync } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { makeFolder } from '../../../../../service/backend/embedded/data-folder/make-folder.js';
import { rejectionOf } from '../../../../support/rejection.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';

const folders = suite('makeFolder');
folders('creates a folder and its parents, for the owner only', async () => {
  const root = temporaryFolder();
  await makeFolder(join(root, 'a', 'b', 'c'));
  for (const path of ['a', 'a/b', 'a/b/c']) assert.is((await stat(join(root, path))).mode & 0o777, 0o700);
  await makeFolder(join(root, 'a', 'b', 'c'));
});
folders('rejects if a file has that path', async () => {
  const file = join(temporaryFolder(), 'file');
  await writeFile(file, '');
  assert.is((await rejectionOf(makeFolder(file))).code, 'EEXIST');
  assert.is((await rejectionOf(makeFolder(join(file, 'a', 'b')))).code, 'ENOTDIR');
});
if (existsSync('/proc/self'))
  folders("rejects at once if the folder can't be created", async () => {
    assert.is((await rejectionOf(makeFolder('/proc/nope/a'))).code, 'ENOENT');
  });
folders.run();
