import { mkdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { makeOwnerOnly } from '../../../../../service/backend/embedded/data-folder/owner-only.js';
import { temporaryFolder } from '../../../../support/temporary-folder.js';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

function folderWith(count: number): { dataDir: string; paths: string[] } {
  const dataDir = temporaryFolder();
  mkdirSync(join(dataDir, 'contacts'), { mode: 0o755 });
  const paths = Array.from({ length: count }, (_, index) => join(dataDir, 'contacts', `${index}.ldb`));
  for (const path of paths) writeFileSync(path, '', { mode: 0o644 });
  return { dataDir, paths };
}

const ownerOnly = suite('makeOwnerOnly');
ownerOnly('closes the folders and files of a data folder to other users', async () => {
  const { dataDir, paths } = folderWith(3);
  await makeOwnerOnly(dataDir, 'attachments');
  assert.equal([dataDir, join(dataDir, 'contacts')].map(modeOf), [0o700, 0o700]);
  assert.equal(paths.map(modeOf), [0o600, 0o600, 0o600]);
});
ownerOnly('ignores files that disappear meanwhile', async () => {
  const { dataDir, paths } = folderWith(500);
  // Removes each some turns of the event loop after the folder was listed.
  const remove = async (): Promise<void> => {
    for (const path of paths.reverse()) {
      await new Promise((resolve) => setImmediate(resolve));
      unlinkSync(path);
    }
  };
  await Promise.all([makeOwnerOnly(dataDir, 'attachments'), remove()]);
  assert.is(modeOf(join(dataDir, 'contacts')), 0o700);
});
ownerOnly.run();
