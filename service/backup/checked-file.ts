import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Size and checksum of a file that was written or read completely. */
export interface FileFacts {
  bytes: number;
  /** SHA-256, in hexadecimal. */
  sha256: string;
}

/** A new file whose size and checksum are computed while it is written. */
export interface CheckedFile {
  write(data: string | Uint8Array): Promise<void>;
  /** Resolves when the file is durable. */
  finish(): Promise<FileFacts>;
  /** Closes the file without finishing it. */
  abandon(): Promise<void>;
}

/** Creates a file and its folders; fails if the file exists. Only the owner may read it. */
export async function createCheckedFile(path: string): Promise<CheckedFile> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle: FileHandle = await open(path, 'wx', 0o600);
  const hash: Hash = createHash('sha256');
  let bytes = 0;
  return {
    async write(data) {
      const buffer = typeof data === 'string' ? Buffer.from(data) : data;
      hash.update(buffer);
      bytes += buffer.length;
      await handle.writeFile(buffer);
    },
    async finish() {
      await handle.sync();
      await handle.close();
      return { bytes, sha256: hash.digest('hex') };
    },
    abandon: () => handle.close(),
  };
}

/** Copies a file durably. */
export async function copyChecked(from: string, to: string): Promise<FileFacts> {
  const file = await createCheckedFile(to);
  try {
    for await (const data of createReadStream(from)) await file.write(data as Buffer);
  } catch (error) {
    await file.abandon();
    throw error;
  }
  return file.finish();
}

/** Reads a file completely and computes its size and checksum. */
export async function sumUp(path: string): Promise<FileFacts> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const data of createReadStream(path)) {
    hash.update(data as Buffer);
    bytes += (data as Buffer).length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
