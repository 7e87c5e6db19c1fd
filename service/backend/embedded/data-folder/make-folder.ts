import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Creates a folder and its parents, for the owner only. Rejects with the system's error. Node's own
 * `recursive` loops forever if an existing folder can't have children (`/proc`).
 */
export async function makeFolder(folder: string): Promise<void> {
  const failure = await tryMake(folder);
  if (!failure) return;
  if (failure.code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
  if (failure.code !== 'ENOENT' || dirname(folder) === folder) throw failure;
  await makeFolder(dirname(folder));
  const again = await tryMake(folder);
  if (again && again.code !== 'EEXIST') throw again;
}

async function tryMake(folder: string): Promise<NodeJS.ErrnoException | null> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return null;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}
