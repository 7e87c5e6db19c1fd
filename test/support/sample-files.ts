// Why: a file's type is detected from its content, so tests need small files of every type. Extend with a
// builder per format.
import { crc32, deflateRawSync } from 'node:zlib';

const text = (content: string): Buffer => Buffer.from(content, 'latin1');

/** An 8-byte signature, and enough bytes after it. */
export const pictures: Record<string, Buffer> = {
  'image/png': text('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89'),
  'image/jpeg': text('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9'),
  'image/gif': text('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff;'),
  'image/webp': text('RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07'),
};
export const pdf = text('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
/** The beginnings of programs for Windows, Linux and macOS, and of a compressed archive. */
export const programs = {
  windows: text('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0'),
  linux: text('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0'),
  mac: text('\xcf\xfa\xed\xfe\x07\0\0\x01\x03\0\0\0'),
  gzip: text('\x1f\x8b\x08\0\0\0\0\0\0\x03'),
};

/** A zip of files with these names, empty except for `contents`; `comment` is at its very end. */
export function zip(names: string[], comment = '', contents: Record<string, string> = {}): Buffer {
  const packed = names.map((name) => deflateRawSync(contents[name] ?? ''));
  /** The header fields of an entry from its method on: deflated, without a time. */
  const sizes = (index: number): Buffer => {
    const content = Buffer.from(contents[names[index]!] ?? '');
    const bytes = Buffer.alloc(18);
    bytes.writeUInt16LE(8);
    bytes.writeUInt32LE(crc32(content), 6);
    bytes.writeUInt32LE(packed[index]!.length, 10);
    bytes.writeUInt32LE(content.length, 14);
    return bytes;
  };
  const files = names.map((name, index) => {
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50);
    sizes(index).copy(header, 8);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    return Buffer.concat([header, Buffer.from(name), packed[index]!]);
  });
  let offset = 0;
  const directory = names.map((name, index) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    sizes(index).copy(entry, 10);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    offset += files[index]!.length;
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...files, ...directory, end, text(comment)]);
}

/** An Office document since 2007: `word`, `xl` or `ppt`. */
export const office = (folder: string, ...more: string[]): Buffer =>
  zip(['[Content_Types].xml', '_rels/.rels', `${folder}/document.xml`, ...more]);

const sectorBytes = 512;
const endOfChain = 0xfffffffe;
const none = 0xffffffff;

interface OleOptions {
  /** Streams in a subfolder, not at the top level. */
  nested?: string[];
  /** The sector in which the directory begins; the allocation table grows with it. */
  directoryAt?: number;
  /** The sector that follows the directory's; itself makes a circle. */
  next?: number;
}

/** An OLE file with these streams at the top level: two at most, or one besides nested ones. */
export function ole(streams: string[], { nested = [], directoryAt = 3, next }: OleOptions = {}): Buffer {
  const bytes = Buffer.alloc((directoryAt + 2) * sectorBytes);
  const at = (sector: number): number => (sector + 1) * sectorBytes;
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(directoryAt, 48);
  const tableIndex = Math.floor(directoryAt / 128);
  // Sector 0 lists further tables, sector 1 is the table with the directory.
  bytes.writeUInt32LE(0, 68);
  if (tableIndex < 109) bytes.writeUInt32LE(1, 76 + tableIndex * 4);
  else bytes.writeUInt32LE(1, at(0) + (tableIndex - 109) * 4);
  bytes.writeUInt32LE(next ?? endOfChain, at(1) + (directoryAt % 128) * 4);
  const entry = (index: number, name: string, [left, right, child]: number[]): void => {
    const place = at(directoryAt) + index * 128;
    bytes.write(name, place, 'utf16le');
    bytes.writeUInt16LE(name.length * 2 + 2, place + 64);
    [left, right, child].forEach((number, each) => bytes.writeUInt32LE(number!, place + 68 + each * 4));
  };
  entry(0, 'Root Entry', [none, none, streams.length > 0 ? 1 : 2]);
  streams.slice(0, 1).forEach((name) => entry(1, name, [none, 2, none]));
  entry(2, 'Folder', [none, streams.length > 1 ? 3 : none, nested.length > 0 ? 3 : none]);
  [...streams.slice(1, 2), ...nested.slice(0, 1)].forEach((name) => entry(3, name, [none, none, none]));
  return bytes;
}
