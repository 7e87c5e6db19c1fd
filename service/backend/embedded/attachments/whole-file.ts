import type { FileHandle } from 'node:fs/promises';
import { pipeline, Transform, type Readable } from 'node:stream';
import { ServiceError } from '../../../errors.js';
import { available } from '../available.js';

/**
 * Streams an open file that must have `size` bytes; closes it at the end. Rejects with ATTACHMENT_DAMAGED if
 * the size differs. If the size changes while reading, the stream ends with that error, so that a truncated
 * file never looks complete.
 */
export async function readWholeFile(handle: FileHandle, size: number): Promise<Readable> {
  const found = await available(handle.stat());
  if (found.size !== size) {
    await available(handle.close());
    throw damaged();
  }
  const counted = countBytes(size);
  // If either stream fails or is destroyed, `pipeline` destroys the other and closes the file.
  pipeline(handle.createReadStream({ end: size - 1 }), counted, () => undefined);
  return counted;
}

function countBytes(size: number): Transform {
  let given = 0;
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      given += bytes.length;
      done(null, bytes);
    },
    flush: (done) => done(given === size ? null : damaged()),
  });
}

const damaged = (): ServiceError => new ServiceError('ATTACHMENT_DAMAGED');
