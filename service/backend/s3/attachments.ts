import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { ServiceError } from '../../errors.js';
import {
  newAttachmentId,
  type Attachment,
  type AttachmentDraft,
  type AttachmentIds,
  type SharedAttachments,
} from '../attachments.js';
import { parseFacts, type StoredFacts } from '../embedded/attachments/attachment-facts.js';
import { attachmentFiles as keys } from '../embedded/attachments/attachment-files.js';
import { available } from '../embedded/available.js';
import { openDraft, removeObjects } from './attachment-draft.js';
import { bodyOf, Bucket, type BucketOptions } from './bucket.js';
import { attachmentDamaged, checkedContent } from './checked-content.js';

export interface S3AttachmentsOptions extends BucketOptions {
  /** Comes before every key, with a slash between; empty for none. */
  prefix: string;
  /** Milliseconds that an upload takes at most: what is older was interrupted. */
  uploadTakesAtMost: number;
}

/**
 * Opens the store of attachments in a bucket that several processes share. Its keys are the paths of a folder of attachments,
 * so that files can be copied between both. Rejects with a sentence for the operator if the bucket can't be used.
 */
export async function openS3Attachments(options: S3AttachmentsOptions): Promise<SharedAttachments> {
  const { prefix, uploadTakesAtMost } = options;
  const bucket = new Bucket(options);
  await tryOut(bucket, [prefix, 'write-check'].filter(Boolean).join('/'));
  return new S3Attachments(bucket, { prefix, uploadTakesAtMost });
}

/** A key that may only read would be noticed at the first upload. */
async function tryOut(bucket: Bucket, key: string): Promise<void> {
  try {
    await bucket.put(key, bodyOf(''));
    await bucket.list(key).next();
    await bucket.remove(key);
  } catch (error) {
    throw new Error(
      `The attachments that ATTACHMENTS_URL names cannot be used: ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  }
}

class S3Attachments implements SharedAttachments {
  readonly #bucket: Bucket;
  readonly #prefix: string;
  readonly #uploadTakesAtMost: number;

  constructor(bucket: Bucket, { prefix, uploadTakesAtMost }: { prefix: string; uploadTakesAtMost: number }) {
    this.#bucket = bucket;
    this.#prefix = prefix;
    this.#uploadTakesAtMost = uploadTakesAtMost;
  }

  async open(contactId: string, attachmentId = newAttachmentId()): Promise<AttachmentDraft> {
    const paths = keys.paths(this.#prefix, contactId, attachmentId);
    if (!paths) throw new Error('A contact of this id has no attachments.');
    return openDraft({ bucket: this.#bucket, contactId, attachmentId, keys: paths });
  }

  async find(contactId: string, attachmentId: string): Promise<Attachment | null> {
    return (await this.#facts(contactId, attachmentId))?.attachment ?? null;
  }

  async read(contactId: string, attachmentId: string): Promise<Readable | null> {
    const facts = await this.#facts(contactId, attachmentId);
    if (!facts) return null;
    const { content: key } = keys.paths(this.#prefix, contactId, attachmentId)!;
    const place = this.#bucket.placeOf(key);
    const found = await available(this.#bucket.read(key));
    if (!found) throw attachmentDamaged(place, 'it is missing');
    const { size } = facts.attachment;
    if (found.size === null || found.size === size) return checkedContent(found.content, facts, place);
    found.content.destroy();
    throw attachmentDamaged(place, `it has ${found.size} bytes instead of ${size}`);
  }

  async #facts(contactId: string, attachmentId: string): Promise<StoredFacts | null> {
    const paths = keys.paths(this.#prefix, contactId, attachmentId);
    const found = paths && (await available(this.#bucket.read(paths.facts)));
    if (!found) return null;
    const facts = parseFacts(attachmentId, await available(text(found.content)));
    if (facts) return facts;
    throw attachmentDamaged(this.#bucket.placeOf(paths.facts), 'it is not as it was written');
  }

  async count(contactId: string): Promise<number> {
    const folder = keys.contactFolder(this.#prefix, contactId);
    if (folder === null) return 0;
    let count = 0;
    for await (const { key } of this.#list(`${folder}/`)) if (keys.isFacts(key)) count += 1;
    return count;
  }

  async *kept(): AsyncGenerator<AttachmentIds> {
    const folder = this.#prefix === '' ? '' : `${this.#prefix}/`;
    for await (const { key } of this.#list(folder)) {
      const ids = keys.readFacts(key.slice(folder.length));
      if (ids) yield ids;
    }
  }

  async unsaid(): Promise<Attachment[]> {
    const found: Attachment[] = [];
    for await (const { contactId, attachmentId } of this.#marked()) {
      const attachment = await this.find(contactId, attachmentId).catch(nullIfDamaged);
      if (attachment) found.push(attachment);
    }
    return found;
  }

  async settle(contactId: string, attachmentId: string): Promise<void> {
    const paths = keys.paths(this.#prefix, contactId, attachmentId);
    if (paths) await available(this.#bucket.remove(paths.marker));
  }

  async remove(contactId: string, attachmentId: string): Promise<void> {
    const paths = keys.paths(this.#prefix, contactId, attachmentId);
    if (paths) await available(removeObjects(this.#bucket, paths));
  }

  async erase(contactId: string): Promise<void> {
    const folder = keys.contactFolder(this.#prefix, contactId);
    if (folder === null) return;
    const markers = `${keys.unsaidFolder(this.#prefix)}/${contactId}.`;
    for (const prefix of [`${folder}/`, markers])
      for await (const { key } of this.#list(prefix)) await available(this.#bucket.remove(key));
  }

  async removeTorn(): Promise<void> {
    let now: number | null = null;
    for await (const { contactId, attachmentId, modifiedAt } of this.#marked()) {
      now ??= await available(this.#bucket.now());
      if (now - modifiedAt <= this.#uploadTakesAtMost) continue;
      const facts = keys.paths(this.#prefix, contactId, attachmentId)?.facts;
      const found = facts && (await available(this.#bucket.read(facts)));
      if (found) found.content.destroy();
      else await this.remove(contactId, attachmentId);
    }
  }

  async *#marked(): AsyncGenerator<AttachmentIds & { modifiedAt: number }> {
    const folder = `${keys.unsaidFolder(this.#prefix)}/`;
    for await (const { key, modifiedAt } of this.#list(folder))
      yield { ...keys.readMarker(key.slice(folder.length)), modifiedAt };
  }

  async *#list(prefix: string): ReturnType<Bucket['list']> {
    const listed = this.#bucket.list(prefix);
    for (;;) {
      const { done, value } = await available(listed.next());
      if (done) return;
      yield value;
    }
  }
}

function nullIfDamaged(error: unknown): null {
  if (error instanceof ServiceError && error.code === 'ATTACHMENT_DAMAGED') return null;
  throw error;
}
