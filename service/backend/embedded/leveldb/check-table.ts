import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { maskedCrc32c } from './crc32c.js';
import { unsnap } from './unsnap.js';
import { VarintReader } from './varint.js';

/** The place of a block in a table. */
interface BlockHandle {
  offset: number;
  size: number;
}

/**
 * The format (leveldb, `doc/table_format.md`): blocks, each with its type and its checksum, and a footer that
 * points to them.
 */
const footerSize = 48;
const magic = Buffer.from('57fb808b247547db', 'hex');
const trailerSize = 5;
const packedWithSnappy = 1;
/** Bytes that are checked before the event loop gets a turn. */
const turn = 512 * 1024;

/**
 * Verifies the checksum of every block of a table. LevelDB can do so when it reads, but classic-level doesn't
 * expose the option. Resolves with the damage, or null. Rejects with ENOENT if LevelDB has merged the table
 * meanwhile.
 */
export async function findTableDamage(file: string): Promise<string | null> {
  const table = await readFile(file);
  try {
    let unpaused = 0;
    for (const block of handlesOf(table)) {
      checkBlock(table, block);
      unpaused += block.size;
      if (unpaused < turn) continue;
      unpaused = 0;
      await setImmediate();
    }
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** All blocks: data blocks, their index, the filter, and the meta index. */
function* handlesOf(table: Buffer): Generator<BlockHandle> {
  const footer = table.subarray(table.length - footerSize);
  if (table.length < footerSize || !footer.subarray(-magic.length).equals(magic))
    throw new RangeError('it does not end as a table does');
  const reader = new VarintReader(footer);
  const [metaIndex, index] = [readHandle(reader), readHandle(reader)];
  yield metaIndex;
  yield* handlesIn(readBlock(table, metaIndex));
  yield index;
  yield* handlesIn(readBlock(table, index));
}

/** A block's content and type byte. Throws if its checksum is wrong. */
function checkBlock(table: Buffer, { offset, size }: BlockHandle): Buffer {
  const end = offset + size + trailerSize;
  if (end > table.length) throw new RangeError(`the block at byte ${offset} leads out of it`);
  const sealed = table.subarray(offset, end - 4);
  if (maskedCrc32c(sealed) !== table.readUInt32LE(end - 4))
    throw new RangeError(`the block at byte ${offset} is not as it was written`);
  return sealed;
}

function readBlock(table: Buffer, handle: BlockHandle): Buffer {
  const sealed = checkBlock(table, handle);
  const content = sealed.subarray(0, -1);
  return sealed.at(-1) === packedWithSnappy ? unsnap(content) : content;
}

/**
 * Parses an index block. Its entries have the lengths of the shared and of the own part of the key, the
 * length of the value, the own part of the key, and the value. Restart points follow.
 */
function* handlesIn(block: Buffer): Generator<BlockHandle> {
  const restarts = block.readUInt32LE(block.length - 4);
  const entries = block.subarray(0, block.length - 4 * (restarts + 1));
  const reader = new VarintReader(entries);
  while (!reader.isAtEnd) {
    reader.number();
    const keyLength = reader.number();
    reader.number();
    reader.bytes(keyLength);
    yield readHandle(reader);
  }
}

const readHandle = (reader: VarintReader): BlockHandle => ({
  offset: reader.number(),
  size: reader.number(),
});
