import { join } from 'node:path';
import { dataFolderNames } from '../backend/embedded/data-folder/names.js';
import { backupNames } from './backup-folder.js';
import { attachmentProblem } from './check-attachment.js';
import type { CheckReport } from './check-folder.js';
import { RecordCheck } from './check-records.js';
import type { OnProgress } from './progress.js';
import { checkFiles, readManifest, readRecords } from './restore-backup.js';

/** Verifies a backup: every file's checksum, every record, and that every attachment is included. */
export async function checkBackup(folder: string, onProgress?: OnProgress): Promise<CheckReport> {
  const check = new RecordCheck();
  const problems: string[] = [];
  try {
    await checkFiles(folder, await readManifest(folder), onProgress);
    for await (const page of readRecords(join(folder, backupNames.contacts), onProgress))
      page.forEach((record) => check.add(record));
    problems.push(...check.finish());
  } catch (error) {
    problems.push((error as Error).message);
  }
  const attachments = join(folder, backupNames.data, dataFolderNames.attachments);
  for (const named of problems.length === 0 ? check.attachments : []) {
    const problem = await attachmentProblem(attachments, named);
    if (problem) problems.push(problem);
  }
  const { records, contacts } = check;
  return { records, contacts, attachments: check.attachments.length, problems };
}
