import { isDeepStrictEqual } from 'node:util';
import type { Attachment, AttachmentStore } from '../backend/attachments.js';
import type { OnProgress } from '../backup/progress.js';
import { ServiceError } from '../errors.js';

export interface CopyFilesOptions {
  from: AttachmentStore;
  to: AttachmentStore;
  onProgress: OnProgress;
}

export interface CopiedFiles {
  files: number;
  /** `contact/attachment` of files that can't be read; they are left out. */
  damaged: string[];
}

/** Copies all files under their ids. A file that is there as a whole stays. */
export async function copyFiles({ from, to, onProgress }: CopyFilesOptions): Promise<CopiedFiles> {
  const copied: CopiedFiles = { files: 0, damaged: [] };
  const unsaid = new Set((await from.unsaid()).map(({ attachmentId }) => attachmentId));
  for await (const { contactId, attachmentId } of from.kept()) {
    try {
      const file = await from.find(contactId, attachmentId);
      if (!file) continue;
      if (!isDeepStrictEqual(await to.find(contactId, attachmentId), file)) await copyFile(from, to, file);
      // Also after an interruption between both steps.
      if (!unsaid.has(attachmentId)) await to.settle(contactId, attachmentId);
      copied.files += 1;
    } catch (error) {
      if (!(error instanceof ServiceError && error.code === 'ATTACHMENT_DAMAGED')) throw error;
      copied.damaged.push(`${contactId}/${attachmentId}`);
    }
    onProgress({ what: 'files', done: copied.files });
  }
  return copied;
}

async function copyFile(from: AttachmentStore, to: AttachmentStore, file: Attachment): Promise<void> {
  const { contactId, attachmentId, size: _size, ...facts } = file;
  // What an interrupted copy left.
  await to.remove(contactId, attachmentId);
  const content = (await from.read(contactId, attachmentId))!;
  const draft = await to.open(contactId, attachmentId);
  try {
    for await (const bytes of content) await draft.write(bytes as Uint8Array);
    await draft.keep(facts);
  } finally {
    await draft.discard();
  }
}

/** The number of files in a store. */
export async function countFiles(store: AttachmentStore): Promise<number> {
  const files = store.kept()[Symbol.asyncIterator]();
  let count = 0;
  while (!(await files.next()).done) count += 1;
  return count;
}
