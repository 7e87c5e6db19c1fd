import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { ServiceError } from '../../errors.js';
import { damaged } from '../embedded/database-failure.js';
import type { StoredFacts } from '../embedded/attachments/attachment-facts.js';

/**
 * Passes the bytes of an attachment on while it arrives. The last piece is held back until size and checksum are known to
 * be right, so that a truncated or altered file never arrives as a whole: the stream ends with `ATTACHMENT_DAMAGED`.
 * With `TEMPORARILY_UNAVAILABLE`, if the connection to the store is cut.
 */
export function checkedContent(content: Readable, facts: StoredFacts, place: string): Readable {
  return Readable.from(pieces(content, facts, place), { objectMode: false });
}

async function* pieces(
  content: Readable,
  { attachment, sum }: StoredFacts,
  place: string,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  let found = 0;
  let last: Uint8Array | null = null;
  for await (const piece of arriving(content)) {
    size += piece.length;
    found = crc32(piece, found);
    if (size > attachment.size) break;
    if (last) yield last;
    last = piece;
  }
  const isWhole = size === attachment.size && (sum === undefined || found === sum);
  if (!isWhole) throw attachmentDamaged(place, 'it is not as it was written');
  if (last) yield last;
}

async function* arriving(content: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* content as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new ServiceError('TEMPORARILY_UNAVAILABLE', { cause });
  }
}

export const attachmentDamaged = (place: string, what: string): ServiceError =>
  new ServiceError('ATTACHMENT_DAMAGED', { cause: damaged(place, what) });
