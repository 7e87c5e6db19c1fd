import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const ownerFolder = 0o700;
const ownerFile = 0o600;

/**
 * Restricts a data folder to its owner: folders get mode 0700, files 0600. The subfolder `large` may have
 * very many files, so it is only walked if the data folder or `large` itself was open to others.
 */
export async function makeOwnerOnly(dataDir: string, large: string): Promise<void> {
  // First, because this already blocks access to everything within.
  const wasOpen = await setMode(dataDir, ownerFolder);
  for (const entry of await readdir(dataDir, { withFileTypes: true })) {
    const path = join(dataDir, entry.name);
    if (entry.isFile()) await setMode(path, ownerFile);
    else if (entry.isDirectory() && (entry.name !== large || wasOpen || (await isOpen(path))))
      await closeFolder(path);
  }
}

/** The folder itself comes last: a closed folder is one that was walked completely. */
async function closeFolder(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await closeFolder(path);
    else if (entry.isFile()) await setMode(path, ownerFile);
  }
  await setMode(folder, ownerFolder);
}

const isOpen = async (folder: string): Promise<boolean> => ((await lstat(folder)).mode & 0o077) !== 0;

/**
 * Resolves with whether the mode changed. A file may be gone since its folder was listed: LevelDB, which is
 * open by then, removes merged tables.
 */
async function setMode(path: string, mode: number): Promise<boolean> {
  try {
    const isOther = ((await lstat(path)).mode & 0o777) !== mode;
    if (isOther) await chmod(path, mode);
    return isOther;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
