/** Bytes that are somewhere else, and of which a part can be looked at: a file is never held as a whole. */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  /** The bytes from `offset` on, `length` of them or as many as there are. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Looks at numbers in bytes, little-endian, as zip and OLE have them. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
