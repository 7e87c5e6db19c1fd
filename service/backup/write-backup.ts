import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { systemClock } from '../clock.js';
import { contactRecords, type ContactRecord } from '../backend/embedded/contact-log/contact-records.js';
import { attachmentFiles } from '../backend/embedded/attachments/attachment-files.js';
import { replaceFile } from '../backend/embedded/data-folder/replace-file.js';
import { dataFolderNames } from '../backend/embedded/data-folder/names.js';
import { backupFormat, BackupError, backupNames, type Manifest } from './backup-folder.js';
import type { OnProgress } from './progress.js';
import { copyChecked, createCheckedFile, type FileFacts } from './checked-file.js';

export interface BackupOptions {
  dataDir: string;
  /** A consistent snapshot of the contacts' database, in pages. */
  records: () => AsyncIterable<ContactRecord[]>;
  /** The backup's new or empty folder. Absolute. */
  folder: string;
  /** Cancels the backup. */
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress | undefined;
}

/**
 * Writes a backup while the service runs. The contacts are a snapshot, and the attachments are those that
 * were posted in it. The configuration is copied last, so it has everything that the contacts refer to.
 * Rejects with {@link BackupError} if the backup fails, and removes what it has written.
 */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const { folder, dataDir } = options;
  if (isWithin(folder, dataDir)) throw new BackupError(`${folder} is in the data folder itself.`);
  await prepare(folder);
  try {
    return await new BackupWriter(options).write();
  } catch (error) {
    await empty(folder);
    throw error;
  }
}

class BackupWriter {
  readonly #options: BackupOptions;
  readonly #files: (FileFacts & { path: string })[] = [];
  readonly #attachments: { contactId: string; attachmentId: string }[] = [];
  readonly #damaged = new Set<string>();
  #contacts = 0;

  constructor(options: BackupOptions) {
    this.#options = options;
  }

  async write(): Promise<Manifest> {
    await this.#writeContacts();
    await this.#copyFolder('');
    let attachments = 0;
    for (const [index, { contactId, attachmentId }] of this.#attachments.entries()) {
      if (await this.#copyAttachment(contactId, attachmentId)) attachments += 1;
      this.#options.onProgress?.({ what: 'attachments', done: index + 1, of: this.#attachments.length });
    }
    return this.#finish(attachments);
  }

  async #writeContacts(): Promise<void> {
    const { folder, records } = this.#options;
    const file = await createCheckedFile(join(folder, backupNames.contacts));
    let done = 0;
    try {
      for await (const page of records()) {
        this.#checkSignal();
        const whole = page.filter((record) => this.#note(record));
        await file.write(whole.map(contactRecords.toLine).join(''));
        this.#options.onProgress?.({ what: 'records', done: (done += whole.length) });
      }
    } catch (error) {
      await file.abandon();
      throw error;
    }
    this.#files.push({ path: backupNames.contacts, ...(await file.finish()) });
  }

  /**
   * Whether to copy the record. A damaged one might not be restorable; leaving it out makes a gap that checks
   * report.
   */
  #note(record: ContactRecord): boolean {
    if (!contactRecords.isWhole(record)) {
      this.#damaged.add(contactRecords.contactOf(record));
      return false;
    }
    if (contactRecords.isSummary(record)) this.#contacts += 1;
    const attachment = contactRecords.attachmentOf(record);
    if (attachment) this.#attachments.push(attachment);
    return true;
  }

  /** Copies a folder, named by its path in the data folder. */
  async #copyFolder(path: string): Promise<void> {
    const left = new Set<string>(path === '' ? Object.values(dataFolderNames) : []);
    for (const entry of await readdir(join(this.#options.dataDir, path), { withFileTypes: true })) {
      if (left.has(entry.name) || entry.name.endsWith('.new')) continue;
      if (entry.isDirectory()) await this.#copyFolder(join(path, entry.name));
      else if (entry.isFile()) await this.#copy(join(path, entry.name));
    }
  }

  /** Copies an attachment. False if its contact was erased meanwhile. */
  async #copyAttachment(contactId: string, attachmentId: string): Promise<boolean> {
    const paths = attachmentFiles.paths(dataFolderNames.attachments, contactId, attachmentId);
    if (!paths) return false;
    return (await this.#copy(paths.content)) && (await this.#copy(paths.facts));
  }

  async #copy(path: string): Promise<boolean> {
    this.#checkSignal();
    const { dataDir, folder } = this.#options;
    const to = join(backupNames.data, path);
    try {
      this.#files.push({ path: to, ...(await copyChecked(join(dataDir, path), join(folder, to))) });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await rm(join(folder, to), { force: true });
      return false;
    }
  }

  async #finish(attachments: number): Promise<Manifest> {
    const { folder } = this.#options;
    const checksums = await createCheckedFile(join(folder, backupNames.checksums));
    for (const { path, sha256 } of this.#files)
      await checksums.write(`${sha256}  ${path.split(sep).join('/')}\n`);
    const manifest: Manifest = {
      product: 'connect-chat',
      format: backupFormat,
      createdAt: new Date(systemClock.now()).toISOString(),
      contacts: this.#contacts,
      attachments,
      bytes: this.#files.reduce((sum, { bytes }) => sum + bytes, 0),
      checksums: (await checksums.finish()).sha256,
      ...(this.#damaged.size > 0 && { damaged: [...this.#damaged] }),
    };
    this.#checkSignal();
    await replaceFile(join(folder, backupNames.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
    return manifest;
  }

  #checkSignal(): void {
    if (this.#options.signal?.aborted) throw new BackupError('The backup was cancelled.');
  }
}

const isWithin = (folder: string, parent: string): boolean => !relative(parent, folder).startsWith('..');

async function prepare(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw new BackupError(`${folder} cannot be made: ${error.message}`);
  });
  const names = await readdir(folder);
  if (names.length > 0) throw new BackupError(`${folder} is not empty.`);
  await chmod(folder, 0o700);
}

async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}
