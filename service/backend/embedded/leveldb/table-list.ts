import { VarintReader } from './varint.js';

/** A table that belongs to the database. */
export interface TableFile {
  number: number;
  /** Bytes. */
  size: number;
  /** The smallest and the largest key in the table. */
  smallest: string;
  largest: string;
}

/** The final state of LevelDB's list of files (`MANIFEST-…`). */
export interface TableList {
  tables: TableFile[];
  /** The number of the current journal; older ones are obsolete. 0 for none yet. */
  journal: number;
}

/** Tags of an edit (leveldb, `db/version_edit.cc`). */
const tags = {
  comparator: 1,
  journal: 2,
  nextFile: 3,
  lastSequence: 4,
  compactPointer: 5,
  deletedFile: 6,
  newFile: 7,
  previousJournal: 9,
} as const;
/** Size of the sequence number and type after each key. */
const keyTrailer = 8;

/** Applies the edits of a list of files in order. Throws if one is invalid. */
export function readTableList(edits: readonly Buffer[]): TableList {
  const tables = new Map<number, TableFile>();
  let journal = 0;
  for (const edit of edits) {
    const reader = new VarintReader(edit);
    const added: TableFile[] = [];
    while (!reader.isAtEnd) {
      const tag = reader.number();
      if (tag === tags.comparator) reader.sized();
      else if (tag === tags.journal) journal = reader.number();
      else if (tag === tags.nextFile || tag === tags.lastSequence || tag === tags.previousJournal)
        reader.number();
      else if (tag === tags.compactPointer) readCompactPointer(reader);
      else if (tag === tags.deletedFile) tables.delete(readDeleted(reader));
      else if (tag === tags.newFile) added.push(readTable(reader));
      else throw new RangeError(`There is no edit of kind ${tag}.`);
    }
    for (const table of added) tables.set(table.number, table);
  }
  return { tables: [...tables.values()], journal };
}

function readCompactPointer(reader: VarintReader): void {
  reader.number(); // the level
  reader.sized();
}

function readDeleted(reader: VarintReader): number {
  reader.number(); // the level
  return reader.number();
}

function readTable(reader: VarintReader): TableFile {
  reader.number(); // the level
  return {
    number: reader.number(),
    size: reader.number(),
    smallest: userKey(reader),
    largest: userKey(reader),
  };
}

const userKey = (reader: VarintReader): string => {
  const key = reader.sized();
  return key.toString('latin1', 0, Math.max(0, key.length - keyTrailer));
};
