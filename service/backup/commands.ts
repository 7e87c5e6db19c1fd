import { join } from 'node:path';
import { access } from 'node:fs/promises';
import { ClassicLevel } from 'classic-level';
import { contactRecords, type ContactRecord } from '../backend/embedded/contact-log/contact-records.js';
import { inspectDatabase } from '../backend/embedded/contact-log/check-database.js';
import { damaged, openingFailure } from '../backend/embedded/database-failure.js';
import { dataFolderNames } from '../backend/embedded/data-folder/names.js';
import { BackupError, type Manifest } from './backup-folder.js';
import { checkBackup } from './check-backup.js';
import { checkFolder, type CheckReport } from './check-folder.js';
import { askForBackup, askForCheck, isServed, type CommandOptions } from './control-socket.js';
import { restoreBackup } from './restore-backup.js';
import { writeBackup } from './write-backup.js';

/**
 * Makes a backup: through the service that runs on the data folder, or directly if none runs. Returns a
 * sentence for the operator.
 */
export async function backup(options: CommandOptions): Promise<string> {
  const { folder } = options;
  const manifest = (await askForBackup(options)) ?? (await backupAtRest(options));
  const { damaged: left } = manifest;
  const lost = left ? ` Damaged records were left out, of these contacts: ${left.join(', ')}.` : '';
  return `Backed up ${sizeOf(manifest)} to ${folder}.${lost}`;
}

/** Restores a backup into an empty data folder. Returns a sentence for the operator. */
export async function restore(options: CommandOptions): Promise<string> {
  const { dataDir, folder, onProgress } = options;
  if (await isServed(options))
    throw new BackupError(
      `${dataDir} is served by a running service. Stop it, and restore into an empty folder.`,
    );
  const manifest = await restoreBackup({ dataDir, folder, onProgress });
  return `Restored ${sizeOf(manifest)}, backed up at ${manifest.createdAt}, into ${dataDir}.`;
}

/** Thrown if a check found problems; the message has one line for each. */
export class CheckFailed extends Error {}

/**
 * Verifies a backup, or the data folder (through the service if one runs on it). Returns a sentence for the
 * operator. Rejects with {@link CheckFailed} if anything is damaged or missing.
 */
export async function check({ folder, ...options }: CheckCommandOptions): Promise<string> {
  const report = folder === null ? await checkData(options) : await checkBackup(folder, options.onProgress);
  const size = `${report.records} records of ${report.contacts} contacts, and ${report.attachments} attachments`;
  const where = folder ?? options.dataDir;
  const { problems } = report;
  if (problems.length === 0) return `Checked ${size} in ${where}: everything is as it was written.`;
  throw new CheckFailed([`${problems.length} of what was found in ${where}:`, ...problems].join('\n  '));
}

interface CheckCommandOptions extends Omit<CommandOptions, 'folder'> {
  /** The backup's folder; null to check the data folder. */
  folder: string | null;
}

async function checkData(options: Omit<CommandOptions, 'folder'>): Promise<CheckReport> {
  const { dataDir, onProgress } = options;
  const report = await askForCheck(options);
  if (report) return report;
  return atRest(dataDir, (records) => checkFolder({ dataDir, records, onProgress }));
}

const backupAtRest = ({ dataDir, folder, onProgress }: CommandOptions): Promise<Manifest> =>
  atRest(dataDir, (records) => writeBackup({ dataDir, folder, records, onProgress }));

/** Opens the database of a folder on which no service runs. */
async function atRest<T>(
  dataDir: string,
  work: (records: () => AsyncIterable<ContactRecord[]>) => Promise<T>,
): Promise<T> {
  const contacts = join(dataDir, dataFolderNames.contacts);
  await access(contacts).catch(() => {
    throw new BackupError(`${dataDir} holds no data of Connect Chat.`);
  });
  const { damage } = await inspectDatabase(contacts);
  if (damage !== null) throw damaged(contacts, damage);
  const db = new ClassicLevel(contacts, { createIfMissing: false });
  await db.open().catch((error: unknown) => {
    throw openingFailure(contacts, error);
  });
  try {
    return await work(() => contactRecords.read(db));
  } finally {
    await db.close();
  }
}

function sizeOf({ contacts, attachments, bytes }: Manifest): string {
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return `${contacts} contacts and ${attachments} attachments (${megabytes} MB)`;
}
