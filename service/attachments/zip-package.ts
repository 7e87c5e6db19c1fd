import { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import type { ByteSource } from './byte-source.js';

/** The directory and the list of content types of an Office package (a zip, ECMA-376 part 2). */
export interface ZipPackage {
  /** The names of all entries. */
  names: string[];
  /** `[Content_Types].xml`, which names the type of each part. */
  contentTypes: string;
}

const contentTypesPart = '[Content_Types].xml';
/** No document has more entries. */
const entriesAtMost = 8_192;
/** Bytes of the unpacked list of content types. Nothing else is ever unpacked. */
const contentTypesAtMost = 256 * 1024;

/**
 * Reads a package. Null if the zip is damaged, is no package, or has a larger directory than a document can
 * have.
 */
export async function readZipPackage(source: ByteSource): Promise<ZipPackage | null> {
  try {
    const zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, {
      lazyEntries: true,
      autoClose: false,
    });
    return await readPackage(zip);
  } catch (error) {
    if (error instanceof SourceError) throw error.cause;
    return null;
  }
}

async function readPackage(zip: ZipFile): Promise<ZipPackage | null> {
  if (zip.entryCount > entriesAtMost) return null;
  const names: string[] = [];
  let listed: Entry | undefined;
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    if (entry.fileName === contentTypesPart) listed = entry;
  }
  const contentTypes = listed ? await textOf(zip, listed) : null;
  return contentTypes === null ? null : { names, contentTypes };
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string | null> {
  if (entry.uncompressedSize > contentTypesAtMost) return null;
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** Reading the source failed, so the error says nothing about the zip. */
class SourceError extends Error {}

const blockBytes = 64 * 1024;

/** Reads a source for yauzl in blocks: entries of the directory are small and adjacent. */
class SourceReader extends RandomAccessReader {
  readonly #source: ByteSource;
  #block: { start: number; bytes: Uint8Array } = { start: 0, bytes: new Uint8Array() };

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end));
  }

  // eslint-disable-next-line max-params -- the signature is yauzl's
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#copy(buffer.subarray(offset, offset + length), position).then(() => callback(null), callback);
  }

  async *#pieces(start: number, end: number): AsyncIterable<Buffer> {
    for (let at = start; at < end; at += blockBytes) {
      const piece = Buffer.alloc(Math.min(blockBytes, end - at));
      await this.#copy(piece, at);
      yield piece;
    }
  }

  async #copy(target: Buffer, position: number): Promise<void> {
    for (let copied = 0; copied < target.length;) {
      const bytes = await this.#bytesAt(position + copied);
      if (bytes.length === 0) throw new Error('The zip names bytes that it does not have.');
      const part = bytes.subarray(0, target.length - copied);
      target.set(part, copied);
      copied += part.length;
    }
  }

  /** The bytes from `position` to the end of a block. */
  async #bytesAt(position: number): Promise<Uint8Array> {
    const { start, bytes } = this.#block;
    if (position >= start && position < start + bytes.length) return bytes.subarray(position - start);
    const read = await this.#source.read(position, blockBytes).catch((cause: unknown) => {
      throw new SourceError('The file could not be read.', { cause });
    });
    this.#block = { start: position, bytes: read };
    return read;
  }
}
