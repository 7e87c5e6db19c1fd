/**
 * A text frame of RFC 6455 §5.2, whole and unmasked, as servers send it. `ws` writes a frame's head and body apart,
 * which costs as much again as all the rest of sending; this is one buffer and one write, and the same for every reader.
 */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = finalText;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, start);
  return frame;
}

/** FIN, and the opcode of text. */
const finalText = 0x81;
