import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolderNames } from './names.js';

/** The epoch of a data folder that was never restored. */
const firstEpoch = 'first';

/** The log history id of a data folder. Numbers of entries belong to one history. */
export async function readEpoch(dataDir: string): Promise<string> {
  const text = await readFile(join(dataDir, dataFolderNames.epoch), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    },
  );
  return text.trim() || firstEpoch;
}

/** Rejects with a sentence for the operator if a restore into this folder did not finish. */
export async function checkFinished(dataDir: string): Promise<void> {
  if (!(await readdir(dataDir)).includes(dataFolderNames.unfinished)) return;
  throw new Error(`${dataDir} was not restored to its end. Empty it, and restore again.`);
}
