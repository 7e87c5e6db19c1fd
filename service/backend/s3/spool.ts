import { createHash, randomBytes } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Body } from './bucket.js';

/**
 * The bytes of an upload until all of them have arrived: their type is not known before, nor the checksum with which they
 * are sent. They are in a file without a name in the system's temporary folder, which vanishes with the process.
 */
export interface Spool {
  readonly size: number;
  /** The CRC-32 of the bytes. */
  readonly sum: number;
  write(bytes: Uint8Array): Promise<void>;
  /** Up to `length` of the written bytes, from `offset` on. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** What was written. Nothing may be written afterwards. */
  body(): Body;
  close(): Promise<void>;
}

export async function openSpool(): Promise<Spool> {
  const path = join(tmpdir(), `connect-chat-upload-${randomBytes(16).toString('hex')}`);
  const handle = await open(path, 'wx+', 0o600);
  // Windows refuses to remove an open file: there it is removed in the end.
  await rm(path, { force: true }).catch(() => undefined);
  const hash = createHash('sha256');
  let size = 0;
  let sum = 0;
  let isOpen = true;

  return {
    get size() {
      return size;
    },
    get sum() {
      return sum;
    },
    async write(bytes) {
      await writeAll(handle, bytes, size);
      size += bytes.length;
      sum = crc32(bytes, sum);
      hash.update(bytes);
    },
    async read(offset, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      if (buffer.length === 0) return buffer;
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
      return buffer.subarray(0, bytesRead);
    },
    body: () => ({
      size,
      sha256: hash.copy().digest('hex'),
      open: () => handle.createReadStream({ start: 0, autoClose: false }),
    }),
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await handle.close();
      await rm(path, { force: true });
    },
  };
}

/** One write may accept fewer bytes than it was given. */
async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let written = 0; written < bytes.length;)
    written += (await handle.write(bytes, written, bytes.length - written, at + written)).bytesWritten;
}
