import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../data-folder/replace-file.js';

/**
 * Copies a file's text durably to `NAME.before-repair` beside it (or `-2`, `-3` … if that exists). Returns
 * the path.
 */
export async function keepOriginal(file: string, text: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const kept = `${file}.before-repair${attempt === 1 ? '' : `-${attempt}`}`;
    if (!(await writeNew(kept, text))) continue;
    await syncFolder(dirname(file));
    return kept;
  }
}

/** Writes a new file. False if it exists. */
async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
