import { mkdir, open, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Attachment, AttachmentDraft } from '../../attachments.js';
import { factsText, type StoredFacts } from './attachment-facts.js';
import type { AttachmentPaths } from './attachment-files.js';
import { replaceFile, syncFolder } from '../data-folder/replace-file.js';
import { available } from '../available.js';

interface DraftOptions {
  contactId: string;
  attachmentId: string;
  paths: AttachmentPaths;
}

/** Begins a file. Writes its marker first, so that a crash can't leave bytes behind that no sweep finds. */
export async function openDraft({ contactId, attachmentId, paths }: DraftOptions): Promise<AttachmentDraft> {
  const handle = await available(openPart(paths));
  let size = 0;
  let sum = 0;
  let isOver = false;

  return {
    attachmentId,
    get size() {
      return size;
    },
    async write(bytes) {
      await available(writeAll(handle, bytes));
      size += bytes.length;
      sum = crc32(bytes, sum);
    },
    async read(offset, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      if (buffer.length === 0) return buffer;
      const { bytesRead } = await available(handle.read(buffer, 0, buffer.length, offset));
      return buffer.subarray(0, bytesRead);
    },
    async keep(facts) {
      const attachment: Attachment = { attachmentId, contactId, size, ...facts };
      await available(keepFile(handle, paths, { attachment, sum }));
      isOver = true;
      return attachment;
    },
    async discard() {
      if (isOver) return;
      isOver = true;
      await available(discardFile(handle, paths));
    },
  };
}

async function openPart(paths: AttachmentPaths): Promise<FileHandle> {
  const created = await mkdir(paths.contactFolder, { recursive: true, mode: 0o700 });
  if (created !== undefined) await syncFolder(dirname(paths.contactFolder));
  await writeFile(paths.marker, '', { mode: 0o600, flag: 'wx' });
  try {
    await syncFolder(dirname(paths.marker));
    return await open(paths.part, 'wx+', 0o600);
  } catch (error) {
    await rm(paths.marker, { force: true });
    throw error;
  }
}

/** One write may accept fewer bytes than it was given. */
async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;)
    written += (await handle.write(bytes, written, bytes.length - written)).bytesWritten;
}

/** Writes the facts last: a file that has them is complete. */
async function keepFile(handle: FileHandle, paths: AttachmentPaths, facts: StoredFacts): Promise<void> {
  await handle.sync();
  await handle.close();
  await rename(paths.part, paths.content);
  await replaceFile(paths.facts, factsText(facts));
}

async function discardFile(handle: FileHandle, paths: AttachmentPaths): Promise<void> {
  await handle.close().catch(() => undefined);
  await removeFiles(paths);
}

/** Removes all files of one attachment; the marker last, so that an interrupted removal is found again. */
export async function removeFiles({ facts, content, part, marker }: AttachmentPaths): Promise<void> {
  for (const file of [facts, `${facts}.new`, content, part, marker]) await rm(file, { force: true });
}
