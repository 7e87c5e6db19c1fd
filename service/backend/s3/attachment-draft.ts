import type { Attachment, AttachmentDraft } from '../attachments.js';
import { factsText } from '../embedded/attachments/attachment-facts.js';
import type { AttachmentPaths } from '../embedded/attachments/attachment-files.js';
import { available } from '../embedded/available.js';
import { bodyOf, type Bucket } from './bucket.js';
import { openSpool } from './spool.js';

interface DraftOptions {
  bucket: Bucket;
  contactId: string;
  attachmentId: string;
  keys: AttachmentPaths;
}

/** Begins a file. Nothing of it is in the bucket before `keep`. */
export async function openDraft(options: DraftOptions): Promise<AttachmentDraft> {
  const { bucket, contactId, attachmentId, keys } = options;
  const spool = await available(openSpool());
  let state: 'written' | 'sent' | 'over' = 'written';

  return {
    attachmentId,
    get size() {
      return spool.size;
    },
    write: (bytes) => available(spool.write(bytes)),
    read: (offset, length) => available(spool.read(offset, length)),
    async keep(facts) {
      const { size, sum } = spool;
      const attachment: Attachment = { attachmentId, contactId, size, ...facts };
      state = 'sent';
      // The marker comes first and the facts last: a file that has facts is complete, and others find what was torn.
      await available(bucket.put(keys.marker, bodyOf('')));
      await available(bucket.put(keys.content, spool.body()));
      await available(bucket.put(keys.facts, bodyOf(factsText({ attachment, sum }))));
      state = 'over';
      await spool.close();
      return attachment;
    },
    async discard() {
      const before = state;
      state = 'over';
      await spool.close();
      if (before === 'sent') await available(removeObjects(bucket, keys));
    },
  };
}

/** Removes all objects of one attachment; the marker last, so that an interrupted removal is found again. */
export async function removeObjects(
  bucket: Bucket,
  { facts, content, marker }: AttachmentPaths,
): Promise<void> {
  for (const key of [facts, content, marker]) await bucket.remove(key);
}
