import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkJournal } from './check-journal.js';

/**
 * Looks at a LevelDB folder before it is opened, for what LevelDB would pass over in silence: a new database in place of
 * one that has lost its `CURRENT`, and a journal without the batches that it can't read. Resolves with a sentence about
 * the damage, or null.
 */
export async function findDamage(folder: string): Promise<string | null> {
  const names: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const isDatabase = names.some((name) => /^MANIFEST-|\.(ldb|sst|log)$/.test(name));
  if (isDatabase && !names.includes('CURRENT')) return 'its file CURRENT is missing';
  for (const name of names.filter((each) => each.endsWith('.log'))) {
    const damage = checkJournal(await readIfThere(join(folder, name)));
    if (damage) return `${name} can't be read at byte ${damage.at}`;
  }
  return null;
}

/** A process that holds the database may have removed it meanwhile; opening says so then. */
async function readIfThere(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
