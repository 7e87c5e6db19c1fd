import { Writable } from 'node:stream';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { FrameWriter } from '../../../service/gateway/frame-writer.js';
import { textFrames } from '../../../service/gateway/text-frame.js';

/** A connection that records what was written to it, one element per write. */
function openConnection() {
  const writes: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      writes.push(chunk);
      done();
    },
  });
  return { writer: new FrameWriter(stream), writes };
}
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

const writers = suite('FrameWriter');
writers('writes frames of one turn, and of promises that resolve together, at once', async () => {
  const { writer, writes } = openConnection();
  for (const text of ['one', 'two', 'three']) void Promise.resolve().then(() => writer.send(text));
  writer.send('zero');
  assert.equal(writes, []);
  await nextTurn();
  assert.equal(writes, [textFrames(['zero', 'one', 'two', 'three'])]);
});
writers('writes later frames separately', async () => {
  const { writer, writes } = openConnection();
  for (const text of ['one', 'two']) {
    writer.send(text);
    await nextTurn();
  }
  assert.equal(writes, [textFrames(['one']), textFrames(['two'])]);
});
writers('keeps connections apart', async () => {
  const [first, second] = [openConnection(), openConnection()];
  first.writer.send('one');
  second.writer.send('two');
  first.writer.send('three');
  await nextTurn();
  assert.equal(first.writes, [textFrames(['one', 'three'])]);
  assert.equal(second.writes, [textFrames(['two'])]);
});
writers('writes at once when asked to, and nothing twice', async () => {
  const { writer, writes } = openConnection();
  writer.send('one');
  assert.is(writer.characters, 3);
  writer.flush();
  assert.is(writer.characters, 0);
  writer.flush();
  writer.send('two');
  await nextTurn();
  assert.equal(writes, [textFrames(['one']), textFrames(['two'])]);
});
writers.run();
