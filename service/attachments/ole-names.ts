import { viewOf, type ByteSource } from './byte-source.js';

/**
 * [MS-CFB] §2.2 (header), §2.5 (difat), §2.6 (directory). Larger sector numbers mark an end or an empty
 * entry.
 */
const lastSector = 0xfffffffa;
const headerBytes = 512;
const difatInHeader = 109;
const entryBytes = 128;
const noEntry = 0xffffffff;
/** No document has a larger directory. */
const entriesAtMost = 8192;

interface Entry {
  name: string;
  left: number;
  right: number;
  child: number;
}

/**
 * The names of the top-level entries of an OLE file (compound file). Null if the file is damaged or another
 * type.
 */
export async function oleNames(source: ByteSource): Promise<string[] | null> {
  const header = await source.read(0, headerBytes);
  if (header.length < headerBytes) return null;
  const shift = viewOf(header).getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const entries = await readDirectory(source, viewOf(header), 1 << shift);
  return entries && namesInRoot(entries);
}

async function readDirectory(source: ByteSource, header: DataView, bytes: number): Promise<Entry[] | null> {
  const entries: Entry[] = [];
  for (let sector = header.getUint32(48, true); sector < lastSector;) {
    const read = await readSector(source, sector, bytes);
    if (!read) return null;
    for (let at = 0; at < bytes; at += entryBytes) entries.push(toEntry(read, at));
    if (entries.length > entriesAtMost) return null;
    const next = await nextSector(source, sector, { header, bytes });
    if (next === null) return null;
    sector = next;
  }
  return entries;
}

/**
 * The next sector of a chain, from the file allocation table. The table's own sectors are listed in the
 * header and in the difat.
 */
async function nextSector(
  source: ByteSource,
  sector: number,
  { header, bytes }: { header: DataView; bytes: number },
): Promise<number | null> {
  const numbers = bytes / 4;
  const index = Math.floor(sector / numbers);
  const table = await tableSector(source, index, { header, bytes });
  const read = table === null ? null : await readSector(source, table, bytes);
  return read && read.getUint32((sector % numbers) * 4, true);
}

async function tableSector(
  source: ByteSource,
  index: number,
  { header, bytes }: { header: DataView; bytes: number },
): Promise<number | null> {
  if (index < difatInHeader) return header.getUint32(76 + index * 4, true);
  const perSector = bytes / 4 - 1;
  const place = index - difatInHeader;
  let sector = header.getUint32(68, true);
  // At most as many steps as the index names, so that a circular chain ends.
  for (let step = Math.floor(place / perSector); ; step -= 1) {
    const read = await readSector(source, sector, bytes);
    if (!read) return null;
    if (step === 0) return read.getUint32((place % perSector) * 4, true);
    sector = read.getUint32(perSector * 4, true);
  }
}

async function readSector(source: ByteSource, sector: number, bytes: number): Promise<DataView | null> {
  const offset = (sector + 1) * bytes;
  if (sector >= lastSector || offset >= source.size) return null;
  const read = await source.read(offset, bytes);
  return read.length === bytes ? viewOf(read) : null;
}

function toEntry(sector: DataView, at: number): Entry {
  const nameBytes = Math.min(64, sector.getUint16(at + 64, true));
  const units = Array.from({ length: Math.max(0, nameBytes / 2 - 1) }, (_, index) =>
    sector.getUint16(at + index * 2, true),
  );
  return {
    name: String.fromCharCode(...units),
    left: sector.getUint32(at + 68, true),
    right: sector.getUint32(at + 72, true),
    child: sector.getUint32(at + 76, true),
  };
}

/** The first entry is the root; its children form a tree. */
function namesInRoot(entries: Entry[]): string[] {
  const names: string[] = [];
  const seen = new Set<number>([noEntry]);
  const waiting = [entries[0]?.child ?? noEntry];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entry = entries[next];
    if (!entry || seen.has(next)) continue;
    seen.add(next);
    names.push(entry.name);
    waiting.push(entry.left, entry.right);
  }
  return names;
}
