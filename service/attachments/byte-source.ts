/** Bytes that are stored elsewhere and read in parts, so that a file is never held in memory as a whole. */
export interface ByteSource {
  /** Total number of bytes. */
  readonly size: number;
  /** Reads `length` bytes from `offset` on, or fewer at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Reads little-endian numbers, as zip and OLE use them. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
