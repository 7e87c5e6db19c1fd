/** A file that is to be sent, as a browser keeps it until it is said. */
export interface KeptUpload {
  /** Its name as a message, made by the client: however often it is said, it is stored once. */
  readonly clientToken: string;
  readonly name: string;
  readonly file: Blob;
  /** Milliseconds since 1970; no two are alike. */
  readonly createdAt: number;
}
