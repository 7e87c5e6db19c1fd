import { PassThrough, type Writable } from 'node:stream';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as ws from 'ws';
import { textFrame } from '../../../service/gateway/text-frame.js';

// The package has it, its types do not.
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable };

/** What a reader of RFC 6455 that is not ours makes of a frame. */
async function read(frame: Buffer): Promise<string> {
  const receiver = new Receiver({ isServer: false });
  const heard = new Promise<string>((resolve, reject) => {
    receiver.on('message', (data: Buffer, isBinary: boolean) =>
      isBinary ? reject(new Error('binary')) : resolve(String(data)),
    );
    receiver.on('error', reject);
  });
  new PassThrough().end(frame).pipe(receiver);
  return heard;
}

const frames = suite('textFrame');
for (const length of [0, 1, 125, 126, 127, 65_535, 65_536, 200_000])
  frames(`a text of ${length} bytes is read as it was`, async () => {
    const text = 'x'.repeat(length);
    assert.is(await read(textFrame(text)), text);
  });
frames('counts bytes, not characters', async () => {
  const text = `${'é'.repeat(63)} 你好 🙂`;
  assert.is(await read(textFrame(text)), text);
});
frames.run();
