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

/** Makes a backup: by the service that runs on the data folder, or without it where none does. A sentence about it. */
export async function backup(options: CommandOptions): Promise<string> {
  const { folder } = options;
  const manifest = (await askForBackup(options)) ?? (await backupAtRest(options));
  const { damaged: left } = manifest;
  const lost = left ? ` Damaged records were left out, of these contacts: ${left.join(', ')}.` : '';
  return `Backed up ${sizeOf(manifest)} to ${folder}.${lost}`;
}

/** Restores a backup into an empty data folder. A sentence about it. */
export async function restore(options: CommandOptions): Promise<string> {
  const { dataDir, folder, onProgress } = options;
  if (await isServed(options))
    throw new BackupError(
      `${dataDir} is served by a running service. Stop it, and restore into an empty folder.`,
    );
  const manifest = await restoreBackup({ dataDir, folder, onProgress });
  return `Restored ${sizeOf(manifest)}, backed up at ${manifest.createdAt}, into ${dataDir}.`;
}

/** Thrown where a check found something; the message has a line for each problem. */
export class CheckFailed extends Error {}

/**
 * Verifies the data folder, by the service where one runs on it, or a backup. A sentence about it; rejects with
 * {@link CheckFailed} where something is damaged or missing.
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
  /** The backup's, or null for the data folder. */
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

/** Opens the database of a folder that no service runs on. */
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
