import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { StoredFacts } from './attachment-facts.js';

const pieceSize = 256 * 1024;

/** What is wrong with an attachment's bytes, in words that follow "is damaged:"; null if they are intact. */
export async function contentFault(
  handle: FileHandle,
  { attachment, sum }: StoredFacts,
): Promise<string | null> {
  const { size } = await handle.stat();
  if (size !== attachment.size) return `it has ${size} bytes instead of ${attachment.size}`;
  if (sum === undefined) return null;
  const piece = Buffer.allocUnsafe(Math.min(pieceSize, size));
  let found = 0;
  for (let at = 0; at < size;) {
    const { bytesRead } = await handle.read(piece, 0, piece.length, at);
    if (bytesRead === 0) break;
    found = crc32(piece.subarray(0, bytesRead), found);
    at += bytesRead;
  }
  return found === sum ? null : 'it is not as it was written';
}
