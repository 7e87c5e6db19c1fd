import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  newAttachmentId,
  type Attachment,
  type AttachmentDraft,
  type AttachmentIds,
  type SharedAttachments,
} from '../../attachments.js';
import { ServiceError } from '../../../errors.js';
import { openDraft, removeFiles } from './attachment-draft.js';
import { parseFacts, type StoredFacts } from './attachment-facts.js';
import { attachmentFiles as files } from './attachment-files.js';
import { available } from '../available.js';
import { contentFault } from './content-fault.js';
import { damaged } from '../database-failure.js';
import { syncFolder } from '../data-folder/replace-file.js';
import { readWholeFile } from './whole-file.js';

export interface EmbeddedAttachmentsOptions {
  /** Absolute; created if missing. */
  folder: string;
  /**
   * Milliseconds that an upload takes at most, where other processes may have some under way in the same folder: what is
   * older was interrupted. 0 where this process is the only one.
   */
  uploadTakesAtMost?: number;
}

/**
 * Opens the store of attachments in `folder` (absolute; created if missing). Each contact has a folder, and
 * each file in it has its facts in a second file beside it. Removes uploads that earlier processes left
 * unfinished. Several processes may have the same folder open.
 */
export async function openEmbeddedAttachments({
  folder,
  uploadTakesAtMost = 0,
}: EmbeddedAttachmentsOptions): Promise<SharedAttachments> {
  await mkdir(files.unsaidFolder(folder), { recursive: true, mode: 0o700 });
  const store = new EmbeddedAttachments(folder, uploadTakesAtMost);
  await store.removeTorn();
  return store;
}

class EmbeddedAttachments implements SharedAttachments {
  readonly #folder: string;
  readonly #uploadTakesAtMost: number;

  constructor(folder: string, uploadTakesAtMost: number) {
    this.#folder = folder;
    this.#uploadTakesAtMost = uploadTakesAtMost;
  }

  async open(contactId: string, attachmentId = newAttachmentId()): Promise<AttachmentDraft> {
    const paths = files.paths(this.#folder, contactId, attachmentId);
    if (!paths) throw new Error('A contact of this id has no attachments.');
    return openDraft({ contactId, attachmentId, paths });
  }

  async find(contactId: string, attachmentId: string): Promise<Attachment | null> {
    return (await this.#facts(contactId, attachmentId))?.attachment ?? null;
  }

  async read(contactId: string, attachmentId: string): Promise<Readable | null> {
    const facts = await this.#facts(contactId, attachmentId);
    if (!facts) return null;
    const { content } = files.paths(this.#folder, contactId, attachmentId)!;
    const handle = await available(ifThere(open(content, 'r')));
    // Verify the whole file first: sent bytes can't be taken back.
    const fault = handle ? await available(contentFault(handle, facts)) : 'it is missing';
    if (handle && fault === null) return readWholeFile(handle, facts.attachment.size);
    await handle?.close();
    throw attachmentDamaged(content, fault!);
  }

  async #facts(contactId: string, attachmentId: string): Promise<StoredFacts | null> {
    const paths = files.paths(this.#folder, contactId, attachmentId);
    const text = paths && (await available(ifThere(readFile(paths.facts, 'utf8'))));
    if (text === null) return null;
    const facts = parseFacts(attachmentId, text);
    if (facts) return facts;
    throw attachmentDamaged(paths!.facts, 'it is not as it was written');
  }

  async count(contactId: string): Promise<number> {
    const folder = files.contactFolder(this.#folder, contactId);
    const names = folder === null ? null : await available(ifThere(readdir(folder)));
    return (names ?? []).filter((name) => files.isFacts(name)).length;
  }

  async *kept(): AsyncGenerator<AttachmentIds> {
    for (const contactId of await available(readdir(this.#folder))) {
      const folder = files.contactFolder(this.#folder, contactId);
      const names = folder === null ? null : await available(ifThere(readdir(folder)));
      for (const name of names ?? []) {
        const ids = files.readFacts(`${contactId}/${name}`);
        if (ids) yield ids;
      }
    }
  }

  async unsaid(): Promise<Attachment[]> {
    const found: Attachment[] = [];
    for (const { contactId, attachmentId } of await this.#marked()) {
      const attachment = await this.find(contactId, attachmentId).catch(nullIfDamaged);
      if (attachment) found.push(attachment);
    }
    return found;
  }

  async settle(contactId: string, attachmentId: string): Promise<void> {
    const paths = files.paths(this.#folder, contactId, attachmentId);
    if (paths) await available(rm(paths.marker, { force: true }));
  }

  async remove(contactId: string, attachmentId: string): Promise<void> {
    const paths = files.paths(this.#folder, contactId, attachmentId);
    if (paths) await available(removeFiles(paths));
  }

  async erase(contactId: string): Promise<void> {
    const folder = files.contactFolder(this.#folder, contactId);
    if (!folder) return;
    await available(rm(folder, { recursive: true, force: true }));
    await available(syncFolder(this.#folder));
    for (const marked of await this.#marked())
      if (marked.contactId === contactId) await this.settle(contactId, marked.attachmentId);
  }

  /** Removes files without facts: their uploads were interrupted, unless another process may still write them. */
  async removeTorn(): Promise<void> {
    for (const { contactId, attachmentId } of await this.#marked()) {
      if (await this.#hasFacts(contactId, attachmentId)) continue;
      if (await this.#isOld(contactId, attachmentId)) await this.remove(contactId, attachmentId);
    }
  }

  /** By the clock of whoever keeps the files, which may not be that of this machine. */
  async #isOld(contactId: string, attachmentId: string): Promise<boolean> {
    if (this.#uploadTakesAtMost === 0) return true;
    const paths = files.paths(this.#folder, contactId, attachmentId);
    const marker = paths && (await available(ifThere(stat(paths.marker))));
    if (!marker) return false;
    return (await this.#folderTime()) - marker.mtimeMs > this.#uploadTakesAtMost;
  }

  /** What the time is in the folder: that of a file that was written just now. */
  async #folderTime(): Promise<number> {
    const probe = join(this.#folder, `time-${randomBytes(8).toString('hex')}`);
    await available(writeFile(probe, '', { mode: 0o600 }));
    const { mtimeMs } = await available(stat(probe));
    await available(rm(probe, { force: true }));
    return mtimeMs;
  }

  async #hasFacts(contactId: string, attachmentId: string): Promise<boolean> {
    const paths = files.paths(this.#folder, contactId, attachmentId);
    return paths !== null && (await available(ifThere(stat(paths.facts)))) !== null;
  }

  async #marked(): Promise<AttachmentIds[]> {
    return (await available(readdir(files.unsaidFolder(this.#folder)))).map((name) => files.readMarker(name));
  }
}

const attachmentDamaged = (file: string, what: string): ServiceError =>
  new ServiceError('ATTACHMENT_DAMAGED', { cause: damaged(file, what) });

function nullIfDamaged(error: unknown): null {
  if (error instanceof ServiceError && error.code === 'ATTACHMENT_DAMAGED') return null;
  throw error;
}

async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
