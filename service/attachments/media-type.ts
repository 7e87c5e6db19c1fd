import type { ByteSource } from './byte-source.js';
import { oleNames } from './ole-names.js';
import { isPlainText } from './plain-text.js';
import { zipNames } from './zip-names.js';

/** Media types of files that are taken. Pictures, of which none can run anything, may be shown in place. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
const office = 'application/vnd.openxmlformats-officedocument';

/**
 * What a file is by what is in it, whatever it calls itself; null for everything that is not taken: SVG, programs, plain
 * archives, documents with macros in the newer formats. HTML is text, and only ever served as such.
 */
export async function mediaTypeOf(source: ByteSource): Promise<string | null> {
  const head = Buffer.from(await source.read(0, 32));
  const [, type] = signatures.find(([matches]) => matches(head)) ?? [];
  if (typeof type === 'string') return type;
  if (type) return type(source);
  return (await isPlainText(source)) ? 'text/plain' : null;
}

type Signature = [
  matches: (head: Buffer) => boolean,
  type: string | ((source: ByteSource) => Promise<string | null>),
];

const startsWith =
  (bytes: string, offset = 0) =>
  (head: Buffer): boolean =>
    head.subarray(offset, offset + bytes.length).equals(Buffer.from(bytes, 'latin1'));
const both =
  (one: (head: Buffer) => boolean, other: (head: Buffer) => boolean) =>
  (head: Buffer): boolean =>
    one(head) && other(head);

/** As the WHATWG MIME Sniffing Standard §6.1 has them, and a little more of each, so that text in disguise is none. */
const signatures: Signature[] = [
  [startsWith('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image/png'],
  [both(startsWith('\xff\xd8\xff'), (head) => head[3]! >= 0xc0 && head[3]! <= 0xfe), 'image/jpeg'],
  [both(startsWith('GIF87a'), isGifScreen), 'image/gif'],
  [both(startsWith('GIF89a'), isGifScreen), 'image/gif'],
  [both(startsWith('RIFF'), startsWith('WEBPVP8', 8)), 'image/webp'],
  [startsWith('%PDF-'), 'application/pdf'],
  [startsWith('PK\x03\x04'), zippedType],
  [startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), oleType],
];

/** GIF89a §18: after width and height come a byte of flags, the background and the aspect ratio; it has 13 bytes at least. */
function isGifScreen(head: Buffer): boolean {
  return head.length >= 13 && head.readUInt16LE(6) > 0 && head.readUInt16LE(8) > 0;
}

/** ECMA-376 part 2: a package lists its content types; where its parts are says which kind it is. */
async function zippedType(source: ByteSource): Promise<string | null> {
  const names = await zipNames(source);
  if (!names?.includes('[Content_Types].xml')) return null;
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return null;
  const kinds = Object.keys(packageTypes).filter((folder) => names.some((name) => name.startsWith(folder)));
  return kinds.length === 1 ? packageTypes[kinds[0]!]! : null;
}

const packageTypes: Record<string, string> = {
  'word/': `${office}.wordprocessingml.document`,
  'xl/': `${office}.spreadsheetml.sheet`,
  'ppt/': `${office}.presentationml.presentation`,
};

/** [MS-DOC] §2.1, [MS-XLS] §2.1.2 and [MS-PPT] §2.1: the stream that each kind must have. Installers have none of them. */
async function oleType(source: ByteSource): Promise<string | null> {
  const names = (await oleNames(source)) ?? [];
  return oleTypes.find(([stream]) => names.includes(stream))?.[1] ?? null;
}

const oleTypes: [stream: string, type: string][] = [
  ['WordDocument', 'application/msword'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
];
