import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Attachment, AttachmentDraft, AttachmentStore } from '../../attachments.js';
import { ServiceError } from '../../../errors.js';
import { openDraft, removeFiles } from './attachment-draft.js';
import { parseFacts, type StoredFacts } from './attachment-facts.js';
import { attachmentFiles as files } from './attachment-files.js';
import { available } from '../available.js';
import { contentFault } from './content-fault.js';
import { damaged } from '../database-failure.js';
import { syncFolder } from '../data-folder/replace-file.js';
import { readWholeFile } from './whole-file.js';

/**
 * Opens the store of attachments in `folder` (absolute; created if missing). Each contact has a folder, and
 * each file in it has its facts in a second file beside it. Removes uploads that the last process left
 * unfinished.
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

  /** Removes files without facts: their uploads were interrupted. */
  async removeTorn(): Promise<void> {
    for (const { contactId, attachmentId } of await this.#marked())
      if (!(await this.#hasFacts(contactId, attachmentId))) await this.remove(contactId, attachmentId);
  }

  async #hasFacts(contactId: string, attachmentId: string): Promise<boolean> {
    const paths = files.paths(this.#folder, contactId, attachmentId);
    return paths !== null && (await available(ifThere(stat(paths.facts)))) !== null;
  }

  async #marked(): Promise<{ contactId: string; attachmentId: string }[]> {
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
