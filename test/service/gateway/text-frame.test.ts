import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as ws from 'ws';
import { textFrame, textFrames } from '../../../service/gateway/text-frame.js';

// The package exports it, but its types don't.
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable };

/** The texts that an independent reader of RFC 6455 finds in frames. */
async function readAll(frames: Buffer): Promise<string[]> {
  const texts: string[] = [];
  const receiver = new Receiver({ isServer: false });
  receiver.on('message', (data: Buffer, isBinary: boolean) => {
    assert.not(isBinary);
    texts.push(String(data));
  });
  await pipeline(new PassThrough().end(frames), receiver);
  return texts;
}
const read = async (frame: Buffer): Promise<string | undefined> => (await readAll(frame))[0];

const frames = suite('textFrame');
for (const length of [0, 1, 125, 126, 127, 65_535, 65_536, 200_000])
  frames(`encodes a text of ${length} bytes`, async () => {
    const text = 'x'.repeat(length);
    assert.is(await read(textFrame(text)), text);
  });
frames('counts bytes, not characters', async () => {
  const text = `${'é'.repeat(63)} 你好 🙂`;
  assert.is(await read(textFrame(text)), text);
});
frames('puts several texts of any length into one buffer', async () => {
  const texts = ['', 'one', 'é'.repeat(100), 'x'.repeat(126), 'y'.repeat(70_000), '🙂'];
  assert.equal(await readAll(textFrames(texts)), texts);
});
frames.run();
