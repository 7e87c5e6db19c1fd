import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const ownerFolder = 0o700;
const ownerFile = 0o600;

/**
 * Gives a data folder to its owner alone, whatever modes it had: folders 0700, files 0600. There may be very many files in
 * `large`, a folder in it: these are gone through only where the data folder or `large` was open to others.
 */
export async function makeOwnerOnly(dataDir: string, large: string): Promise<void> {
  // First, because nothing within can be reached by others from then on.
  const wasOpen = await setMode(dataDir, ownerFolder);
  for (const entry of await readdir(dataDir, { withFileTypes: true })) {
    const path = join(dataDir, entry.name);
    if (entry.isFile()) await setMode(path, ownerFile);
    else if (entry.isDirectory() && (entry.name !== large || wasOpen || (await isOpen(path))))
      await closeFolder(path);
  }
}

/** The folder itself comes last: one that is closed was gone through to its end. */
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
 * Resolves with whether the mode was another. A file may have gone since its folder was listed: LevelDB, which is open by
 * then, removes those that it has merged.
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
