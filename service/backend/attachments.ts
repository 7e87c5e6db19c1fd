import type { Readable } from 'node:stream';

/** A file that was uploaded for a contact. */
export interface Attachment {
  attachmentId: string;
  contactId: string;
  /** Who uploaded it. */
  participantId: string;
  name: string;
  /** Found out from the content. */
  contentType: string;
  /** Set where it is a document with macros, and people are to be told so. */
  hasMacros?: true;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970. */
  uploadedAt: number;
}

/** What is known of a file when the last of its bytes has come. */
export type AttachmentFacts = Pick<
  Attachment,
  'participantId' | 'name' | 'contentType' | 'hasMacros' | 'uploadedAt'
>;

/** A file that is on its way. It ends with `keep` or `discard`; nobody finds it before. */
export interface AttachmentDraft {
  readonly attachmentId: string;
  /** Bytes that were written. */
  readonly size: number;
  /** Resolves when more can be taken. */
  write(bytes: Uint8Array): Promise<void>;
  /** What was written, from `offset` on: `length` bytes or as many as there are. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Resolves once the file and its facts are durable. */
  keep(facts: AttachmentFacts): Promise<Attachment>;
  /** Removes what was written; after `keep` it does nothing. */
  discard(): Promise<void>;
}

/**
 * The files of contacts. What an implementation promises:
 * - Ids are 128 random bits; a contact's or attachment's id that can be none finds nothing, and reaches nothing else.
 * - A file that `keep` resolved for is durable, whole, and never changes. What was on its way when the process died is
 *   gone when it starts again.
 * - A file is *unsaid* from `keep` on, until `settle` or `remove`, whatever dies.
 * - What is cut, altered or missing of a file rejects with `ATTACHMENT_DAMAGED`, whose cause names the file on disk.
 * - What can't be written or read at the moment rejects with `TEMPORARILY_UNAVAILABLE` (`service/errors.ts`).
 */
export interface AttachmentStore {
  /** Begins a file of a contact, under a new id. */
  open(contactId: string): Promise<AttachmentDraft>;
  /** Null where there is no such file, or it is another contact's. */
  find(contactId: string, attachmentId: string): Promise<Attachment | null>;
  /**
   * The file's bytes, which are destroyed or read to their end; null where `find` gives none. A file that has more or fewer
   * bytes than were kept, or none, rejects with `ATTACHMENT_DAMAGED`, or ends the stream with it.
   */
  read(contactId: string, attachmentId: string): Promise<Readable | null>;
  /** How many files a contact has, unsaid ones too. */
  count(contactId: string): Promise<number>;
  /** Every file that is unsaid; its cost depends on how many those are, not on how many are stored. */
  unsaid(): Promise<Attachment[]>;
  /** The file was said: it stays as long as its contact. */
  settle(contactId: string, attachmentId: string): Promise<void>;
  /** Removes one file. */
  remove(contactId: string, attachmentId: string): Promise<void>;
  /** Removes every file of a contact. */
  erase(contactId: string): Promise<void>;
}
