import { VarintReader } from './varint.js';

/**
 * Decompresses a block that LevelDB compressed with Snappy (google/snappy, `format_description.txt`). Throws
 * if it is invalid.
 */
export function unsnap(packed: Buffer): Buffer {
  const reader = new VarintReader(packed);
  const bytes = Buffer.alloc(Math.min(reader.number(), 64 * 1024 * 1024));
  let length = 0;
  const little = (count: number): number => reader.bytes(count).readUIntLE(0, count);
  const copy = (offset: number, count: number): void => {
    if (offset === 0 || offset > length || length + count > bytes.length)
      throw new RangeError('A copy leads out of the block.');
    // Byte by byte, because a copy may overlap its own output.
    for (let end = length + count; length < end; length += 1) bytes[length] = bytes[length - offset]!;
  };
  while (!reader.isAtEnd) {
    const tag = reader.byte();
    const high = tag >> 2;
    if ((tag & 3) === 1) copy(((tag >> 5) << 8) | reader.byte(), (high & 7) + 4);
    else if ((tag & 3) === 2) copy(little(2), high + 1);
    else if ((tag & 3) === 3) copy(little(4), high + 1);
    else length += reader.bytes(high < 60 ? high + 1 : little(high - 59) + 1).copy(bytes, length);
  }
  if (length !== bytes.length) throw new RangeError('The block is shorter than it says.');
  return bytes;
}
