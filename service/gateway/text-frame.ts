/** The FIN bit, and the opcode of text. */
const finalText = 0x81;

/**
 * A complete, unmasked text frame of RFC 6455 §5.2, as servers send it. `ws` writes the head and the body of
 * a frame separately, which doubles the cost of sending. This is one buffer and one write, and the same for
 * all readers.
 */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const frame = Buffer.allocUnsafe(headLength(length) + length);
  writeFrame(frame, 0, text, length);
  return frame;
}

/** Several text frames in one buffer, in order. */
export function textFrames(texts: readonly string[]): Buffer {
  const lengths = texts.map((text) => Buffer.byteLength(text));
  const frames = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + headLength(length) + length, 0));
  let end = 0;
  texts.forEach((text, index) => (end = writeFrame(frames, end, text, lengths[index]!)));
  return frames;
}

const headLength = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);

/** Writes one frame whose text has `length` bytes. Returns the offset of its end. */
function writeFrame(frames: Buffer, from: number, text: string, length: number): number {
  const start = from + headLength(length);
  frames[from] = finalText;
  if (length < 126) frames[from + 1] = length;
  else if (length < 65_536) {
    frames[from + 1] = 126;
    frames.writeUInt16BE(length, from + 2);
  } else {
    frames[from + 1] = 127;
    frames.writeBigUInt64BE(BigInt(length), from + 2);
  }
  frames.write(text, start);
  return start + length;
}
