/** What a backup's folder holds, beside the configuration's files under `data/`. */
export const backupNames = {
  /** Written last: a folder without it is no finished backup. */
  manifest: 'manifest.json',
  /** A line for each other file, as `sha256sum -c` reads it. */
  checksums: 'checksums.sha256',
  /** The contacts' database: a line a record, key and value with a tab between them. */
  contacts: 'contacts.lines',
  /** Everything else, laid out as in the data folder. */
  data: 'data',
} as const;

/** The format that this version writes and reads. */
export const backupFormat = 1;

/** What says that a backup is finished. */
export interface Manifest {
  product: 'connect-chat';
  format: number;
  /** ISO 8601. */
  createdAt: string;
  contacts: number;
  attachments: number;
  /** Bytes of all files together. */
  bytes: number;
  /** SHA-256 of the list of checksums, in hexadecimal. */
  checksums: string;
  /** Contacts of which damaged records were left out. */
  damaged?: string[];
}

/** A sentence for the operator: what was asked for can't be done, and nothing was harmed. */
export class BackupError extends Error {}
