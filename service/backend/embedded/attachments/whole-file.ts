import type { FileHandle } from 'node:fs/promises';
import { pipeline, Transform, type Readable } from 'node:stream';
import { ServiceError } from '../../../errors.js';
import { available } from '../available.js';

/**
 * The bytes of an open file that must have `size` of them; closes it at the end. Rejects with ATTACHMENT_DAMAGED where it
 * has more or fewer, and so does the stream where that shows only later: what was cut off never looks complete.
 */
export async function readWholeFile(handle: FileHandle, size: number): Promise<Readable> {
  const found = await available(handle.stat());
  if (found.size !== size) {
    await available(handle.close());
    throw damaged();
  }
  const counted = countBytes(size);
  // Whichever of the two fails or is destroyed takes the other with it, and the file is closed.
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
