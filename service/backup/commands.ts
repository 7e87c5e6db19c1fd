import { join } from 'node:path';
import { access } from 'node:fs/promises';
import { ClassicLevel } from 'classic-level';
import { contactRecords } from '../store/embedded/contact-records.js';
import { inspectDatabase } from '../store/embedded/check-database.js';
import { damaged, openingFailure } from '../store/embedded/database-failure.js';
import { BackupError, notCopied, type Manifest } from './backup-folder.js';
import { askForBackup, isServed, type CommandOptions } from './control-socket.js';
import { restoreBackup } from './restore-backup.js';
import { writeBackup } from './write-backup.js';

/** Makes a backup: by the service that runs on the data folder, or without it where none does. A sentence about it. */
export async function backup(options: CommandOptions): Promise<string> {
  const { dataDir, folder } = options;
  const manifest = (await askForBackup(options)) ?? (await backupAtRest(dataDir, folder));
  return `Backed up ${sizeOf(manifest)} to ${folder}.`;
}

/** Restores a backup into an empty data folder. A sentence about it. */
export async function restore(options: CommandOptions): Promise<string> {
  const { dataDir, folder } = options;
  if (await isServed(options))
    throw new BackupError(
      `${dataDir} is served by a running service. Stop it, and restore into an empty folder.`,
    );
  const manifest = await restoreBackup({ dataDir, folder });
  return `Restored ${sizeOf(manifest)}, backed up at ${manifest.createdAt}, into ${dataDir}.`;
}

async function backupAtRest(dataDir: string, folder: string): Promise<Manifest> {
  const contacts = join(dataDir, notCopied.contacts);
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
    return await writeBackup({ dataDir, folder, records: () => contactRecords.read(db) });
  } finally {
    await db.close();
  }
}

function sizeOf({ contacts, attachments, bytes }: Manifest): string {
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return `${contacts} contacts and ${attachments} attachments (${megabytes} MB)`;
}
