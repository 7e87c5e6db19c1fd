/** A file to send, as the browser stores it until it is sent. */
export interface KeptUpload {
  /** The client's id for its message: the service stores it once, however often it is sent. */
  readonly clientToken: string;
  readonly name: string;
  readonly file: Blob;
  /** When the file was chosen, in milliseconds since 1970; no two files have the same. */
  readonly createdAt: number;
}
