/**
 * Reads the parts of LevelDB's records in order: variable-length numbers (seven bits a byte, the lowest
 * first) and bytes.
 */
export class VarintReader {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  /** Throws if the bytes end within the number. */
  number(): number {
    let number = 0;
    for (let shift = 0; shift < 64; shift += 7) {
      const byte = this.byte();
      number += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return number;
    }
    throw new RangeError('A number is longer than ten bytes.');
  }

  byte(): number {
    if (this.isAtEnd) throw new RangeError('The record is cut.');
    return this.#bytes[this.at++]!;
  }

  bytes(length: number): Buffer {
    const taken = this.#bytes.subarray(this.at, this.at + length);
    if (taken.length < length) throw new RangeError('The record is cut.');
    this.at += length;
    return taken;
  }

  /** Reads bytes that are preceded by their length. */
  sized(): Buffer {
    return this.bytes(this.number());
  }
}
