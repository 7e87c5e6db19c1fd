import { maskedCrc32c } from './crc32c.js';

/** The damage of a LevelDB journal. LevelDB itself skips what it can't read, without an error. */
export interface JournalDamage {
  /** Byte offset of the first unreadable record. */
  at: number;
}

/**
 * The format (leveldb, doc/log_format.md): blocks of records, each with a checksum, a length, a type and
 * bytes.
 */
const blockSize = 32 * 1024;
const headerSize = 7;
const types = { none: 0, full: 1, first: 2, middle: 3, last: 4 } as const;

/** The content of a journal. */
export interface JournalReport {
  damage: JournalDamage | null;
  /** The bytes of each complete batch, in order. */
  batches: Buffer[];
}

/** Finds damage in a journal; null if there is none. */
export const checkJournal = (journal: Buffer): JournalDamage | null => readJournal(journal).damage;

/**
 * Reads a journal up to its first damage. A torn last batch isn't damage: it was never acknowledged. Each
 * batch is durable before the next is written, so if a batch follows an unreadable record, that record was
 * durable once.
 */
export function readJournal(journal: Buffer): JournalReport {
  const batches: Buffer[] = [];
  let begun: Buffer[] = [];
  let unreadable: number | null = null;
  for (let at = 0; at < journal.length;) {
    const end = Math.min(journal.length, at - (at % blockSize) + blockSize);
    if (end - at < headerSize || isPadding(journal, at, end)) {
      at = end;
      continue;
    }
    const next = readRecord(journal, at, end);
    if (next !== null && unreadable !== null && isBeginning(journal, at))
      return { damage: { at: unreadable }, batches };
    if (next === null) unreadable ??= at;
    else {
      if (isBeginning(journal, at)) begun = [];
      begun.push(journal.subarray(at + headerSize, next));
      if (isEnd(journal, at)) batches.push(begun.length === 1 ? begun[0]! : Buffer.concat(begun));
    }
    // The record's length can't be trusted either, so search for the next record byte by byte.
    at = next ?? at + 1;
  }
  return { damage: null, batches };
}

/** Where the record ends; null if there is no valid record. */
function readRecord(journal: Buffer, at: number, end: number): number | null {
  const type = typeAt(journal, at);
  const next = at + headerSize + journal.readUInt16LE(at + 4);
  if (type === types.none || type > types.last || next > end) return null;
  const checksum = maskedCrc32c(journal.subarray(at + headerSize - 1, next));
  return checksum === journal.readUInt32LE(at) ? next : null;
}

const typeAt = (journal: Buffer, at: number): number => journal[at + headerSize - 1]!;

function isBeginning(journal: Buffer, at: number): boolean {
  const type = typeAt(journal, at);
  return type === types.full || type === types.first;
}

function isEnd(journal: Buffer, at: number): boolean {
  const type = typeAt(journal, at);
  return type === types.full || type === types.last;
}

/** A file system may leave zeros where nothing was written. */
function isPadding(journal: Buffer, at: number, end: number): boolean {
  return journal.subarray(at, end).every((byte) => byte === 0);
}
