/**
 * CRC-32C (Castagnoli; RFC 3720 §12.1), as LevelDB uses it; Node's own `zlib.crc32` has another polynomial.
 * Processes eight bytes a step ("slicing by 8"): a table of a gigabyte takes two seconds instead of six.
 */
export function crc32c(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  let at = 0;
  for (const last = bytes.length - 7; at < last; at += 8) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      t7[crc & 0xff]! ^
      t6[(crc >>> 8) & 0xff]! ^
      t5[(crc >>> 16) & 0xff]! ^
      t4[crc >>> 24]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at += 1) crc = t0[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** LevelDB masks stored checksums, because the checksum of bytes that contain their own checksum is weak. */
export const maskedCrc32c = (bytes: Uint8Array): number => {
  const crc = crc32c(bytes);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
};

const t0 = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  return crc;
});
const [t1, t2, t3, t4, t5, t6, t7] = furtherTables();

/** Each table is the previous one, advanced by a zero byte. */
function furtherTables(): [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
] {
  const moveOn = (table: Int32Array): Int32Array => table.map((crc) => t0[crc & 0xff]! ^ (crc >>> 8));
  const tables = [moveOn(t0)];
  while (tables.length < 7) tables.push(moveOn(tables.at(-1)!));
  return tables as ReturnType<typeof furtherTables>;
}
