import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openLine, type FaultyLine } from '../support/faulty-line.js';

const lines = suite<{ echo: Server; line: FaultyLine; socket: Socket }>('a faulty connection');
lines.before.each(async (context) => {
  context.echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  await new Promise<void>((resolve) => context.echo.listen(0, '127.0.0.1', resolve));
  context.line = await openLine((context.echo.address() as AddressInfo).port);
  context.socket = connect(Number(new URL(context.line.url).port), '127.0.0.1');
  context.socket.on('error', () => undefined);
  await once(context.socket, 'connect');
});
lines.after.each(({ echo, line, socket }) => {
  socket.destroy();
  line.close();
  echo.close();
});

/** Collects what arrives up to this many bytes, or up to the end. */
async function hear(socket: Socket, bytes: number): Promise<string> {
  let heard = '';
  const ended = once(socket, 'close');
  while (heard.length < bytes) {
    const data = await Promise.race([once(socket, 'data'), ended.then(() => null)]);
    if (data === null) return heard;
    heard += String(data[0]);
  }
  return heard;
}

lines('passes everything on in order while it works', async ({ line, socket }) => {
  assert.ok(line.isWhole);
  const text = Array.from({ length: 20_000 }, (_, index) => index).join();
  socket.write(text);
  assert.is(await hear(socket, text.length), text);
});
lines('is closed at once when it is dropped', async ({ line, socket }) => {
  socket.write('a');
  await hear(socket, 1);
  line.drop();
  await once(socket, 'close');
});
lines('passes nothing on while it is stalled, not even an end', async ({ echo, line, socket }) => {
  socket.write('a');
  await hear(socket, 1);
  const [[served], onward] = await Promise.all([once(echo, 'connection'), openSocket(line)]);
  line.stall();
  assert.not(line.isWhole);
  let isHeard = false;
  socket.once('data', () => (isHeard = true));
  socket.write('held');
  (served as Socket).destroy();
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  assert.not(isHeard);
  assert.not(onward.destroyed);
  const heard = hear(socket, 4);
  line.mend();
  assert.is(await heard, 'held');
  onward.destroy();
});
lines('passes this many bytes on when it is cut, and is closed', async ({ line, socket }) => {
  line.cutAfter(3);
  socket.write('abcdef');
  assert.is(await hear(socket, 6), 'abc');
});
lines('passes everything on in order, but later, when it is slow', async ({ line, socket }) => {
  line.delay(20);
  line.limit(2_000);
  const from = performance.now();
  const text = 'x'.repeat(300) + 'y'.repeat(300);
  socket.write(text);
  assert.is(await hear(socket, text.length), text);
  assert.ok(performance.now() - from > 200);
});

async function openSocket(line: FaultyLine): Promise<Socket> {
  const socket = connect(Number(new URL(line.url).port), '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}
lines.run();
