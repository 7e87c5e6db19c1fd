import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../data-folder/replace-file.js';

/** Writes a file's text beside it, durably, as `NAME.before-repair` (`-2`, `-3` … where there is one); its path. */
export async function keepOriginal(file: string, text: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const kept = `${file}.before-repair${attempt === 1 ? '' : `-${attempt}`}`;
    if (!(await writeNew(kept, text))) continue;
    await syncFolder(dirname(file));
    return kept;
  }
}

/** Whether the file was not there before. */
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
