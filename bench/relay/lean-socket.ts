import { connect, type Socket } from 'node:net';

export interface LeanSocketOptions {
  port: number;
  path: string;
  headers?: Record<string, string>;
  /** Called with the bytes of each text frame that arrives. */
  onText: (text: Buffer) => void;
  /** The server has closed the connection. */
  onClosed?: () => void;
}

/**
 * A WebSocket client (RFC 6455) that costs the load generator little: only text frames, one write for each,
 * and no checks of the server's frames. Its mask repeats one byte, which is the same work for servers as a
 * real mask.
 */
export interface LeanSocket {
  sendText(text: string): void;
  close(): void;
}

const mask = 0x5a;
const opened = /^HTTP\/1\.1 101 /;

/** Resolves when the socket is open. */
export function openLeanSocket(options: LeanSocketOptions): Promise<LeanSocket> {
  const { port, path, headers = {}, onText, onClosed } = options;
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const lines = [`GET ${path} HTTP/1.1`, `host: 127.0.0.1:${port}`, 'upgrade: websocket'];
    lines.push(
      'connection: Upgrade',
      'sec-websocket-version: 13',
      'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==',
    );
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);

    let rest: Buffer = Buffer.alloc(0);
    const read = (chunk: Buffer): void => void (rest = readFrames(join(rest, chunk), onText));
    const shake = (chunk: Buffer): void => {
      rest = join(rest, chunk);
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!opened.test(rest.toString('latin1', 0, 20)))
        return void socket.destroy(new Error(rest.toString('latin1', 0, 200)));
      socket.off('data', shake).on('data', read);
      const frames = rest.subarray(end + 4);
      rest = Buffer.alloc(0);
      resolve(leanSocket(socket));
      if (frames.length > 0) read(frames);
    };
    socket.on('data', shake);
    socket.once('error', reject);
    socket.once('close', () => onClosed?.());
  });
}

const leanSocket = (socket: Socket): LeanSocket => ({
  sendText: (text) => void socket.write(frameOf(text)),
  close: () => socket.destroy(),
});

const join = (rest: Buffer, chunk: Buffer): Buffer =>
  rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);

function frameOf(text: string): Buffer {
  const length = text.length;
  const start = length < 126 ? 6 : 8;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = 0x81;
  frame[1] = 0x80 | (length < 126 ? length : 126);
  if (length >= 126) frame.writeUInt16BE(length, 2);
  frame.fill(mask, start - 4, start);
  for (let index = 0; index < length; index += 1) frame[start + index] = text.charCodeAt(index) ^ mask;
  return frame;
}

/** Passes on each complete frame; returns the remaining bytes. */
function readFrames(bytes: Buffer, onText: (text: Buffer) => void): Buffer {
  let at = 0;
  while (bytes.length - at >= 2) {
    let length = bytes[at + 1]!;
    let start = at + 2;
    if (length === 126) {
      if (bytes.length - at < 4) break;
      length = bytes.readUInt16BE(at + 2);
      start = at + 4;
    } else if (length === 127) {
      if (bytes.length - at < 10) break;
      length = Number(bytes.readBigUInt64BE(at + 2));
      start = at + 10;
    }
    if (bytes.length < start + length) break;
    if (bytes[at] === 0x81) onText(bytes.subarray(start, start + length));
    at = start + length;
  }
  return bytes.subarray(at);
}
