import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';

/** A file that was uploaded for a contact. */
export interface Attachment {
  attachmentId: string;
  contactId: string;
  /** Who uploaded it. */
  participantId: string;
  name: string;
  /** Determined from the content. */
  contentType: string;
  /** Set for a document with macros, of which recipients must be warned. */
  hasMacros?: true;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  uploadedAt: number;
}

/** What names a file. */
export type AttachmentIds = Pick<Attachment, 'contactId' | 'attachmentId'>;

/** An id that can't be guessed: 128 random bits. */
export const newAttachmentId = (): string => randomBytes(16).toString('hex');

/** The facts of a file that are known once all of its bytes have arrived. */
export type AttachmentFacts = Pick<
  Attachment,
  'participantId' | 'name' | 'contentType' | 'hasMacros' | 'uploadedAt'
>;

/**
 * A file that is being uploaded. It ends with `keep` or `discard`; until `keep`, `find` doesn't return it.
 */
export interface AttachmentDraft {
  readonly attachmentId: string;
  /** Bytes written so far. */
  readonly size: number;
  /** Resolves when the next piece may be written. */
  write(bytes: Uint8Array): Promise<void>;
  /** Up to `length` of the written bytes, from `offset` on. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Resolves once the file and its facts are durable. */
  keep(facts: AttachmentFacts): Promise<Attachment>;
  /** Removes the written bytes; does nothing after `keep`. */
  discard(): Promise<void>;
}

/**
 * The files of contacts. An implementation guarantees:
 * - Ids are 128 random bits. A malformed id of a contact or an attachment finds nothing, and reaches nothing
 *   outside of the store.
 * - A file for which `keep` resolved is durable and complete, and never changes. If a process dies, its
 *   unfinished uploads are removed by the next start or by another process.
 * - A file is *unsaid* (not posted to its chat yet) from `keep` until `settle` or `remove`, even if a process
 *   dies.
 * - A truncated, altered or missing file rejects with `ATTACHMENT_DAMAGED`, whose cause names the place.
 * - A file that can't be written or read at the moment rejects with `TEMPORARILY_UNAVAILABLE`
 *   (`service/errors.ts`).
 */
export interface AttachmentStore {
  /** Begins an upload to a contact, under a new id; a copy of a file from another store keeps its id. */
  open(contactId: string, attachmentId?: string): Promise<AttachmentDraft>;
  /** Null if there is no such file, or if it belongs to another contact. */
  find(contactId: string, attachmentId: string): Promise<Attachment | null>;
  /**
   * The file's bytes; null if `find` gives null. The caller reads the stream to its end or destroys it. A file with more or
   * fewer bytes than were kept rejects with `ATTACHMENT_DAMAGED`, or ends the stream with it.
   */
  read(contactId: string, attachmentId: string): Promise<Readable | null>;
  /** The number of a contact's files, unsaid ones included. */
  count(contactId: string): Promise<number>;
  /** All files, in any order, unsaid ones included; for copies and checks of the whole store. */
  kept(): AsyncIterable<AttachmentIds>;
  /** All unsaid files; the cost depends on their number, not on how many files are stored. */
  unsaid(): Promise<Attachment[]>;
  /** The file was posted: it stays as long as its contact. */
  settle(contactId: string, attachmentId: string): Promise<void>;
  /** Removes one file. */
  remove(contactId: string, attachmentId: string): Promise<void>;
  /** Removes every file of a contact. */
  erase(contactId: string): Promise<void>;
}

/** A store that several processes may have open. */
export interface SharedAttachments extends AttachmentStore {
  /** Removes uploads that a process did not bring to their end. */
  removeTorn(): Promise<void>;
}
