/** The files in a backup's folder. The configuration's files are under `data/`. */
export const backupNames = {
  /** Written last: without it, a backup is unfinished. */
  manifest: 'manifest.json',
  /** A line for each other file, as `sha256sum -c` reads it. */
  checksums: 'checksums.sha256',
  /** The contacts' database: one record a line, key and value separated by a tab. */
  contacts: 'contacts.lines',
  /** Everything else, laid out as in the data folder. */
  data: 'data',
} as const;

/** The backup format that this version writes and reads. */
export const backupFormat = 1;

/** The file that marks a backup as finished. */
export interface Manifest {
  product: 'connect-chat';
  format: number;
  /** ISO 8601. */
  createdAt: string;
  contacts: number;
  attachments: number;
  /** Total bytes of all files. */
  bytes: number;
  /** SHA-256 of the list of checksums, in hexadecimal. */
  checksums: string;
  /** Ids of contacts whose damaged records were left out. */
  damaged?: string[];
}

/** An operation that was refused and had no effect; the message is a sentence for the operator. */
export class BackupError extends Error {}
