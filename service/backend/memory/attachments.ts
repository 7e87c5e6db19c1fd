import { Readable } from 'node:stream';
import {
  newAttachmentId,
  type Attachment,
  type AttachmentDraft,
  type AttachmentStore,
} from '../attachments.js';

/** Attachments in memory: for tests, and if nothing has to survive. */
export function createMemoryAttachments(): AttachmentStore {
  const kept = new Map<string, { attachment: Attachment; bytes: Buffer }>();
  const unsaid = new Set<string>();
  const keyOf = (contactId: string, attachmentId: string): string => `${contactId} ${attachmentId}`;

  const drop = (key: string): void => {
    kept.delete(key);
    unsaid.delete(key);
  };
  const keysOf = (contactId: string): string[] =>
    [...kept].filter(([, { attachment }]) => attachment.contactId === contactId).map(([key]) => key);

  return {
    async open(contactId, attachmentId = newAttachmentId()): Promise<AttachmentDraft> {
      let bytes = Buffer.alloc(0);
      return {
        attachmentId,
        get size() {
          return bytes.length;
        },
        async write(more) {
          bytes = Buffer.concat([bytes, more]);
        },
        read: async (offset, length) => bytes.subarray(offset, offset + length),
        async keep(facts) {
          const attachment = { attachmentId, contactId, size: bytes.length, ...facts };
          const key = keyOf(contactId, attachmentId);
          kept.set(key, { attachment, bytes });
          unsaid.add(key);
          return { ...attachment };
        },
        discard: () => Promise.resolve(),
      };
    },
    async find(contactId, attachmentId) {
      return structuredClone(kept.get(keyOf(contactId, attachmentId))?.attachment ?? null);
    },
    async read(contactId, attachmentId) {
      const bytes = kept.get(keyOf(contactId, attachmentId))?.bytes;
      return bytes ? Readable.from([bytes]) : null;
    },
    count: async (contactId) => keysOf(contactId).length,
    async *kept() {
      for (const { attachment } of kept.values())
        yield { contactId: attachment.contactId, attachmentId: attachment.attachmentId };
    },
    unsaid: async () => structuredClone([...unsaid].map((key) => kept.get(key)!.attachment)),
    async settle(contactId, attachmentId) {
      unsaid.delete(keyOf(contactId, attachmentId));
    },
    async remove(contactId, attachmentId) {
      drop(keyOf(contactId, attachmentId));
    },
    async erase(contactId) {
      keysOf(contactId).forEach(drop);
    },
  };
}
