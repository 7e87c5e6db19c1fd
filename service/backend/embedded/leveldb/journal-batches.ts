import { VarintReader } from './varint.js';

/** The effect of a batch in LevelDB's journal on one key. */
export interface JournalWrite {
  key: string;
  isDeleted: boolean;
}

/** Size of a batch's header: the sequence number and the count of operations. */
const headerSize = 12;
const deletion = 0;

/** The keys that a batch writes, in order (leveldb, `db/write_batch.cc`). Values are skipped. */
export function* writesOf(batch: Buffer): Generator<JournalWrite> {
  const reader = new VarintReader(batch, headerSize);
  while (!reader.isAtEnd) {
    const isDeleted = reader.byte() === deletion;
    const key = reader.sized().toString('latin1');
    if (!isDeleted) reader.sized();
    yield { key, isDeleted };
  }
}
