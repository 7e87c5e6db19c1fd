import { viewOf, type ByteSource } from './byte-source.js';

/** APPNOTE.TXT §4.3.16: the end of the central directory, and its comment. */
const endSignature = 0x06054b50;
const endBytes = 22;
const commentBytesAtMost = 0xffff;
/** APPNOTE.TXT §4.3.12: one entry of the directory. */
const entrySignature = 0x02014b50;
const entryBytes = 46;
/** A directory beyond this is none of a document's: names are all that is read of a zip, whatever it unpacks to. */
const directoryBytesAtMost = 1024 * 1024;

/** The names in a zip's directory; null for what is no whole zip, or one of several parts or more than 4 GiB. */
export async function zipNames(source: ByteSource): Promise<string[] | null> {
  const end = await findEnd(source);
  if (!end || end.bytes > directoryBytesAtMost || end.offset + end.bytes > end.at) return null;
  return readNames(await source.read(end.offset, end.bytes), end.entries);
}

interface Directory {
  entries: number;
  bytes: number;
  offset: number;
  /** Where the end record stands. */
  at: number;
}

/** The end record is the last there is: its comment reaches the end of the file. */
async function findEnd(source: ByteSource): Promise<Directory | null> {
  const start = Math.max(0, source.size - endBytes - commentBytesAtMost);
  const tail = viewOf(await source.read(start, source.size - start));
  for (let at = tail.byteLength - endBytes; at >= 0; at -= 1) {
    const isEnd = tail.getUint32(at, true) === endSignature;
    if (!isEnd || tail.getUint16(at + 20, true) !== tail.byteLength - at - endBytes) continue;
    const isOnePart = tail.getUint32(at + 4, true) === 0;
    if (!isOnePart) return null;
    return {
      entries: tail.getUint16(at + 10, true),
      bytes: tail.getUint32(at + 12, true),
      offset: tail.getUint32(at + 16, true),
      at: start + at,
    };
  }
  return null;
}

function readNames(directory: Uint8Array, entries: number): string[] | null {
  const view = viewOf(directory);
  const names: string[] = [];
  let at = 0;
  for (let count = 0; count < entries; count += 1) {
    if (at + entryBytes > directory.length || view.getUint32(at, true) !== entrySignature) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    names.push(Buffer.from(directory.subarray(at + entryBytes, at + entryBytes + name!)).toString());
    at += entryBytes + name! + extra! + comment!;
  }
  return at <= directory.length ? names : null;
}
