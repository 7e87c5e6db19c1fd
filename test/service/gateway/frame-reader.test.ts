import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as fc from 'fast-check';
import * as ws from 'ws';
import type { Writable } from 'node:stream';
import { readTextFrames } from '../../../service/gateway/frame-reader.js';

// The package exports it, but its types don't.
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable };

interface FrameFacts {
  isFinal: boolean;
  opcode: number;
  payload: Buffer;
  isMasked?: boolean;
}

/** A frame as clients send it (RFC 6455 §5.2). */
function frameOf({ isFinal, opcode, payload, isMasked = true }: FrameFacts): Buffer {
  const mask = Buffer.from([0x12, 0x34, 0x56, 0xf8]);
  const { length } = payload;
  const head = length < 126 ? Buffer.alloc(2) : Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = (isFinal ? 0x80 : 0) | opcode;
  head[1] = (isMasked ? 0x80 : 0) | (length < 126 ? length : length < 65_536 ? 126 : 127);
  if (head.length === 4) head.writeUInt16BE(length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2);
  if (!isMasked) return Buffer.concat([head, payload]);
  return Buffer.concat([head, mask, payload.map((byte, index) => byte ^ mask[index % 4]!)]);
}
const textFrame = (text: string): Buffer => frameOf({ isFinal: true, opcode: 1, payload: Buffer.from(text) });

/** What a receiver makes of these chunks, by itself or with our reader before it. */
function receive(chunks: readonly Buffer[], isOurs: boolean) {
  const heard: string[] = [];
  let ours = 0;
  const receiver = new Receiver({ isServer: true });
  receiver.on('message', (data: Buffer, isBinary: boolean) => heard.push(`${isBinary} ${String(data)}`));
  for (const event of ['ping', 'pong', 'conclude'])
    receiver.on(event, (data: unknown) => heard.push(`${event} ${String(data)}`));
  receiver.on('error', () => undefined);
  const hearText = (text: string): void => {
    ours += 1;
    heard.push(`false ${text}`);
  };
  if (isOurs) readTextFrames({ _receiver: receiver } as never, { hearText });
  // Reading unmasks the bytes in place.
  for (const chunk of chunks) receiver.write(Buffer.from(chunk));
  return { heard, ours };
}

/** Bytes in chunks of these lengths, again and again. */
function cut(bytes: Buffer, lengths: readonly number[]): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const length = lengths[index % lengths.length]!;
    chunks.push(bytes.subarray(at, at + length));
    at += length;
  }
  return chunks;
}

const reading = suite('readTextFrames');
for (const length of [0, 1, 125, 126, 127, 65_535])
  reading(`reads a text of ${length} bytes`, () => {
    const text = 'x'.repeat(length);
    assert.equal(receive([textFrame(text)], true), { heard: [`false ${text}`], ours: 1 });
  });
reading('reads several texts of one chunk, also with more than ASCII', () => {
  const { heard, ours } = receive([Buffer.concat(['a', 'é 你好 🙂', 'b'].map(textFrame))], true);
  assert.equal(heard, ['false a', 'false é 你好 🙂', 'false b']);
  assert.is(ours, 3);
});
reading('reads again after something that ws has read', () => {
  const ping = frameOf({ isFinal: true, opcode: 9, payload: Buffer.from('p') });
  const split = textFrame('split');
  const { heard, ours } = receive(
    [textFrame('a'), ping, split.subarray(0, 4), split.subarray(4), textFrame('b')],
    true,
  );
  assert.equal(heard, ['false a', 'ping p', 'false split', 'false b']);
  assert.is(ours, 2);
});
reading('hears what ws alone hears, whatever the bytes and however they arrive', () => {
  const payload = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 140 }).map((bytes) => Buffer.from(bytes)),
  );
  const frame = fc.record({
    isFinal: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean()),
    opcode: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.constantFrom(0, 2, 3, 8, 9, 10)),
    isMasked: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, fc.boolean()),
    payload,
  });
  const lengths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 8 }), lengths, (frames, cuts) => {
      const chunks = cut(Buffer.concat(frames.map(frameOf)), cuts);
      assert.equal(receive(chunks, true).heard, receive(chunks, false).heard);
    }),
    { numRuns: 100 },
  );
});
reading.run();
