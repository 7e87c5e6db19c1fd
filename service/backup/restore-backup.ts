import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { createInterface } from 'node:readline';
import { contactRecords, type ContactRecord } from '../backend/embedded/contact-log/contact-records.js';
import { takeParts, writeInventory } from '../backend/embedded/data-folder/inventory.js';
import { makeFolder } from '../backend/embedded/data-folder/make-folder.js';
import { replaceFile, syncFolder } from '../backend/embedded/data-folder/replace-file.js';
import { dataFolderNames } from '../backend/embedded/data-folder/names.js';
import { backupFormat, BackupError, backupNames, type Manifest } from './backup-folder.js';
import type { OnProgress } from './progress.js';
import { copyChecked, sumUp } from './checked-file.js';

export interface RestoreOptions {
  /** The new or empty data folder. Absolute. */
  dataDir: string;
  /** The backup's folder. Absolute. */
  folder: string;
  onProgress?: OnProgress | undefined;
}

interface Listed {
  path: string;
  sha256: string;
}

/**
 * Restores a finished backup into an empty data folder, after checking all of it. Rejects with {@link
 * BackupError} if the backup is damaged or unfinished, or if the folder isn't empty.
 */
export async function restoreBackup({ dataDir, folder, onProgress }: RestoreOptions): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await checkEmpty(dataDir);
  const files = await checkFiles(folder, manifest, onProgress);
  await makeFolder(dataDir);
  const unfinished = join(dataDir, dataFolderNames.unfinished);
  await writeFile(unfinished, '', { mode: 0o600, flag: 'wx' });
  await syncFolder(dataDir);
  for (const [index, { path }] of files.entries()) {
    onProgress?.({ what: 'files', done: index + 1, of: files.length });
    if (path === backupNames.contacts) continue;
    await copyChecked(join(folder, path), join(dataDir, posix.relative(backupNames.data, path)));
  }
  const commits = await contactRecords.write(
    join(dataDir, dataFolderNames.contacts),
    readRecords(join(folder, backupNames.contacts), onProgress),
  );
  await replaceFile(join(dataDir, dataFolderNames.epoch), `${randomUUID()}\n`);
  const names = (await readdir(dataDir)).filter((name) => name !== dataFolderNames.unfinished);
  const parts = await takeParts(dataDir, names);
  await writeInventory(dataDir, { commits, isClosed: true, parts });
  await rm(unfinished);
  await syncFolder(dataDir);
  return manifest;
}

export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, backupNames.manifest);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new BackupError(`${folder} contains no finished backup: it has no ${backupNames.manifest}.`);
  });
  const manifest = parse(text);
  if (manifest?.product !== 'connect-chat') throw new BackupError(`${file} doesn't belong to a backup.`);
  if (manifest.format === backupFormat) return manifest as Manifest;
  const message = `${folder} is a backup of format ${manifest.format}, and this version reads format ${backupFormat}.`;
  throw new BackupError(message);
}

function parse(text: string): Partial<Manifest> | null {
  try {
    return JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    return null;
  }
}

/** Refuses a folder that isn't empty, above all that of a running service. */
async function checkEmpty(dataDir: string): Promise<void> {
  const names = await readdir(dataDir).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  throw new BackupError(`${dataDir} is not empty: a backup is restored into an empty folder.`);
}

/** Checks that every file of the backup is as it was written. */
export async function checkFiles(
  folder: string,
  manifest: Manifest,
  onProgress?: OnProgress,
): Promise<Listed[]> {
  const list = join(folder, backupNames.checksums);
  await checkFile(list, manifest.checksums);
  const files = (await readFile(list, 'utf8')).split('\n').filter(Boolean).map(readListed);
  for (const [index, { path, sha256 }] of files.entries()) {
    await checkFile(join(folder, path), sha256);
    onProgress?.({ what: 'checked files', done: index + 1, of: files.length });
  }
  return files;
}

async function checkFile(file: string, expected: string): Promise<void> {
  const { sha256 } = await sumUp(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new BackupError(`${file} is missing: the backup is damaged.`);
    throw error;
  });
  if (sha256 !== expected) throw new BackupError(`${file} is not as it was written: the backup is damaged.`);
}

/**
 * Parses a line of the list. The path must not lead out of the folder: the backup may have been tampered
 * with.
 */
function readListed(line: string): Listed {
  const [, sha256 = '', path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
  const isInside = posix.normalize(path) === path && !path.startsWith('..') && !posix.isAbsolute(path);
  const isKnown = path === backupNames.contacts || path.startsWith(`${backupNames.data}/`);
  if (!isInside || !isKnown) throw new BackupError(`"${line}" is not a line of a list of checksums.`);
  return { path, sha256 };
}

const pageSize = 1_000;

/** The records of a backup, in pages. */
export async function* readRecords(file: string, onProgress?: OnProgress): AsyncGenerator<ContactRecord[]> {
  let done = 0;
  let page: ContactRecord[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const record = contactRecords.fromLine(line);
    if (!record) throw new BackupError(`${file} has an invalid record: ${line.slice(0, 60)}`);
    page.push(record);
    if (page.length < pageSize) continue;
    yield page;
    onProgress?.({ what: 'records', done: (done += page.length) });
    page = [];
  }
  yield page;
}
