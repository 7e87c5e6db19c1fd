import { isUtf8 } from 'node:buffer';
import type { WebSocket } from 'ws';

/** Receives the texts of a socket's frames. */
export interface TextListener {
  hearText(text: string): void;
}

const listenerOf = Symbol('listener');

/** The members of `ws`'s receiver that show whether it waits for the beginning of a message. */
interface Receiver {
  write(chunk: Buffer): boolean;
  _state: number;
  _bufferedBytes: number;
  _fragmented: number;
  _opcode: number;
  _errored: boolean;
  [listenerOf]: TextListener;
}

/** The opcode of a frame that closes; after it, `ws` ignores everything. */
const closing = 8;
/** FIN and the opcode of text, without extensions. */
const finalText = 0x81;

/**
 * Reads whole, short text frames as they arrive, and passes their texts to the listener: nearly every frame is one, and
 * `ws` takes several times as long for it. `ws` reads everything else (parts of frames, fragments, control frames, what
 * breaks the protocol), and emits it as before.
 */
export function readTextFrames(socket: WebSocket, listener: TextListener): void {
  const { _receiver: receiver } = socket as unknown as { _receiver?: Receiver };
  if (!receiver) return;
  receiver[listenerOf] = listener;
  receiver.write = write;
}

/** In place of the receiver's own `write`, which `ws` calls with what the connection has read. */
function write(this: Receiver, chunk: Buffer): boolean {
  const at = isBetweenMessages(this) ? readTexts(chunk, this[listenerOf]) : 0;
  if (at === chunk.length) return true;
  const byWs = Object.getPrototypeOf(this) as Receiver;
  return byWs.write.call(this, at === 0 ? chunk : chunk.subarray(at));
}

/** False if a release of `ws` has other members: it reads everything then. */
const isBetweenMessages = ({ _state, _bufferedBytes, _fragmented, _opcode, _errored }: Receiver): boolean =>
  _state === 0 && _bufferedBytes === 0 && _fragmented === 0 && _opcode !== closing && _errored === false;

/** Reads the frames at the beginning of a chunk. Returns the offset of the first byte that is left to `ws`. */
function readTexts(chunk: Buffer, listener: TextListener): number {
  let at = 0;
  for (;;) {
    const head = headLength(chunk, at);
    if (head === 0) return at;
    const length = head === 6 ? chunk[at + 1]! & 0x7f : chunk.readUInt16BE(at + 2);
    const start = at + head;
    const end = start + length;
    if (end > chunk.length) return at;
    const text = unmasked(chunk, start, end);
    if (text === null) return at;
    at = end;
    listener.hearText(text);
  }
}

/** The length of the head of a short text frame (RFC 6455 §5.2); 0 if there is none, or not all of it. */
function headLength(chunk: Buffer, at: number): number {
  if (chunk.length - at < 6 || chunk[at] !== finalText) return 0;
  const second = chunk[at + 1]!;
  // Clients mask every frame: the first bit is set.
  if (second < 0x80 || second === 0xff) return 0;
  if (second < 0xfe) return 6;
  return chunk.length - at < 8 ? 0 : 8;
}

/** The text of a frame; null, and the chunk as it was, if it is not UTF-8. */
function unmasked(chunk: Buffer, start: number, end: number): string | null {
  if (unmask(chunk, start, end) < 0x80) return chunk.toString('latin1', start, end);
  if (isUtf8(chunk.subarray(start, end))) return chunk.toString('utf8', start, end);
  unmask(chunk, start, end);
  return null;
}

/** Applies the mask, which precedes the text. Returns all bits that are set in any byte. */
function unmask(chunk: Buffer, start: number, end: number): number {
  let bits = 0;
  for (let at = start, from = start - 4; at < end; at += 1) {
    const byte = chunk[at]! ^ chunk[from + ((at - start) & 3)]!;
    chunk[at] = byte;
    bits |= byte;
  }
  return bits;
}
