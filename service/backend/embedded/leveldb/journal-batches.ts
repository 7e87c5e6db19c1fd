import { VarintReader } from './varint.js';

/** What a batch in LevelDB's journal does to one key. */
export interface JournalWrite {
  key: string;
  isDeleted: boolean;
}

/** Bytes of the sequence number and of the count of operations, with which a batch begins. */
const headerSize = 12;
const deletion = 0;

/** The keys that a batch writes, in order (leveldb, `db/write_batch.cc`); the values are passed over. */
export function* writesOf(batch: Buffer): Generator<JournalWrite> {
  const reader = new VarintReader(batch, headerSize);
  while (!reader.isAtEnd) {
    const isDeleted = reader.byte() === deletion;
    const key = reader.sized().toString('latin1');
    if (!isDeleted) reader.sized();
    yield { key, isDeleted };
  }
}
