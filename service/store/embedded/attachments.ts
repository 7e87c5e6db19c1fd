import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ServiceError } from '../../errors.js';
import type { Attachment, AttachmentDraft, AttachmentStore } from '../attachments.js';
import { openDraft, removeFiles } from './attachment-draft.js';
import { attachmentFiles as files } from './attachment-files.js';
import { available } from './available.js';
import { parseJsonFile } from './read-json-file.js';
import { syncFolder } from './replace-file.js';
import { readWholeFile } from './whole-file.js';

/**
 * Opens the store of attachments in `folder` (absolute; created if missing): a folder a contact, and in it a file with
 * the bytes and one with the facts beside it. What was on its way when the last process ended is removed.
 */
export async function openEmbeddedAttachments({ folder }: { folder: string }): Promise<AttachmentStore> {
  await mkdir(files.unsaidFolder(folder), { recursive: true, mode: 0o700 });
  const store = new EmbeddedAttachments(folder);
  await store.removeTorn();
  return store;
}

class EmbeddedAttachments implements AttachmentStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async open(contactId: string): Promise<AttachmentDraft> {
    const attachmentId = randomBytes(16).toString('hex');
    const paths = files.paths(this.#folder, contactId, attachmentId);
    if (!paths) throw new Error('A contact of this id has no attachments.');
    return openDraft({ contactId, attachmentId, paths });
  }

  async find(contactId: string, attachmentId: string): Promise<Attachment | null> {
    const paths = files.paths(this.#folder, contactId, attachmentId);
    const text = paths && (await available(ifThere(readFile(paths.facts, 'utf8'))));
    return text === null ? null : (parseJsonFile(paths!.facts, text) as Attachment);
  }

  async read(contactId: string, attachmentId: string): Promise<Readable | null> {
    const attachment = await this.find(contactId, attachmentId);
    if (!attachment) return null;
    const { content } = files.paths(this.#folder, contactId, attachmentId)!;
    const handle = await available(ifThere(open(content, 'r')));
    if (!handle) throw new ServiceError('ATTACHMENT_DAMAGED');
    return readWholeFile(handle, attachment.size);
  }

  async count(contactId: string): Promise<number> {
    const folder = files.contactFolder(this.#folder, contactId);
    const names = folder === null ? null : await available(ifThere(readdir(folder)));
    return (names ?? []).filter((name) => files.isFacts(name)).length;
  }

  async unsaid(): Promise<Attachment[]> {
    const found: Attachment[] = [];
    for (const { contactId, attachmentId } of await this.#marked()) {
      const attachment = await this.find(contactId, attachmentId);
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

  /** Whatever has no facts did not come to its end. */
  async removeTorn(): Promise<void> {
    for (const { contactId, attachmentId } of await this.#marked())
      if (!(await this.find(contactId, attachmentId))) await this.remove(contactId, attachmentId);
  }

  async #marked(): Promise<{ contactId: string; attachmentId: string }[]> {
    return (await available(readdir(files.unsaidFolder(this.#folder)))).map((name) => files.readMarker(name));
  }
}

async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
