import type { ByteSource } from './byte-source.js';
import { oleNames } from './ole-names.js';
import { isPlainText } from './plain-text.js';
import { readZipPackage, type ZipPackage } from './zip-package.js';

/** Accepted media types. The picture types can't run code, so browsers may show them inline. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
const office = 'application/vnd.openxmlformats-officedocument';

/** The detected kind of a file. */
export interface FileKind {
  contentType: string;
  /** Whether the file is a document with macros. */
  hasMacros: boolean;
}

/**
 * Detects the type from the content, whatever the name says. Null for everything that isn't accepted: SVG,
 * programs, plain archives. HTML is accepted as plain text and only served as such.
 */
export async function fileKindOf(source: ByteSource): Promise<FileKind | null> {
  const head = Buffer.from(await source.read(0, headBytes));
  const [, type] = signatures.find(([matches]) => matches(head)) ?? [];
  if (typeof type === 'string') return harmless(type);
  if (type) return type(source);
  return (await isPlainText(source)) ? harmless('text/plain') : null;
}

const harmless = (contentType: string): FileKind => ({ contentType, hasMacros: false });
/** Enough for a GIF's largest colour table and what follows it. */
const headBytes = 1024;

type Signature = [
  matches: (head: Buffer) => boolean,
  type: string | ((source: ByteSource) => Promise<FileKind | null>),
];

const startsWith =
  (bytes: string, offset = 0) =>
  (head: Buffer): boolean =>
    head.subarray(offset, offset + bytes.length).equals(Buffer.from(bytes, 'latin1'));
const both =
  (one: (head: Buffer) => boolean, other: (head: Buffer) => boolean) =>
  (head: Buffer): boolean =>
    one(head) && other(head);

/**
 * The signatures of the WHATWG MIME Sniffing Standard §6.1, each with a few more bytes, so that text can't
 * pass for one.
 */
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

/**
 * GIF89a §18 and §19: width and height are followed by a byte of flags, the background and the aspect ratio,
 * then by the colour table that the flags announce. Then comes a block (§20, §23) or the end. Scripts that
 * begin like a GIF have neither.
 */
function isGifScreen(head: Buffer): boolean {
  if (head.length < 14 || head.readUInt16LE(6) === 0 || head.readUInt16LE(8) === 0) return false;
  const flags = head[10]!;
  const table = flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
  const [first, label] = [head[13 + table], head[14 + table]];
  if (first === gifBlocks.extension) return label !== undefined && gifLabels.includes(label);
  return first === gifBlocks.image || first === gifBlocks.end;
}

const gifBlocks = { extension: 0x21, image: 0x2c, end: 0x3b } as const;
/** Plain text, graphic control, comment and application. */
const gifLabels = [0x01, 0xf9, 0xfe, 0xff];

/** ECMA-376 part 2: the location of the parts in a package tells its type. */
async function zippedType(source: ByteSource): Promise<FileKind | null> {
  const zip = await readZipPackage(source);
  if (!zip) return null;
  const kinds = packageTypes.filter(({ folder }) => zip.names.some((name) => name.startsWith(folder)));
  const [kind] = kinds;
  if (!kind || kinds.length > 1) return null;
  const hasMacros = holdsMacros(zip);
  return { contentType: hasMacros ? kind.withMacros : kind.without, hasMacros };
}

const packageTypes = [
  {
    folder: 'word/',
    without: `${office}.wordprocessingml.document`,
    withMacros: 'application/vnd.ms-word.document.macroEnabled.12',
  },
  {
    folder: 'xl/',
    without: `${office}.spreadsheetml.sheet`,
    withMacros: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  },
  {
    folder: 'ppt/',
    without: `${office}.presentationml.presentation`,
    withMacros: 'application/vnd.ms-powerpoint.presentation.macroEnabled.12',
  },
];

/**
 * [MS-OFFMACRO2] §2.2: macros are a part of the type `vbaProject`, with any name, of a main part that is
 * `macroEnabled`. Excel 4.0 macros are sheets in their own folder ([MS-XLSX] §2.1.38).
 */
const holdsMacros = ({ names, contentTypes }: ZipPackage): boolean =>
  /vbaProject|macroEnabled|macrosheet/i.test(contentTypes) ||
  names.some((name) => /(^|\/)vbaProject\.bin$|^xl\/macrosheets\//i.test(name));

/**
 * [MS-DOC] §2.1, [MS-XLS] §2.1.2 and [MS-PPT] §2.1: the stream that each type must have. Installers have none
 * of them.
 */
async function oleType(source: ByteSource): Promise<FileKind | null> {
  const names = (await oleNames(source)) ?? [];
  const contentType = oleTypes.find(([stream]) => names.includes(stream))?.[1];
  return contentType ? { contentType, hasMacros: names.some((name) => oleMacros.includes(name)) } : null;
}

/**
 * [MS-OVBA] §2.2.1: where Word and Excel store macros. PowerPoint stores them within its own stream, where
 * they can't be detected.
 */
const oleMacros = ['Macros', '_VBA_PROJECT_CUR', 'VBA'];

const oleTypes: [stream: string, type: string][] = [
  ['WordDocument', 'application/msword'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
];
