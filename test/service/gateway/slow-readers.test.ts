import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WebSocket } from 'ws';
import { contentTypes } from '../../../shared/content-types.js';
import { limits } from '../../../shared/limits.js';
import { closeCodes } from '../../../shared/protocol/codes.js';
import { agentOn, newToken, startChat, type Chat } from '../../support/chats-with-files.js';
import { openFrames, type AnyFrame, type Frames } from '../../support/frames.js';
import { openTestApp, shop, type TestApp } from '../../support/test-app.js';

/** What may wait for one socket before it is closed, and one more frame. */
const bufferedAtMost = 8 * 1024 * 1024 + limits.frameBytes;

const slow = suite<{ test: TestApp; widgetId: string; url: string }>('readers and senders on real sockets');
slow.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
  await context.test.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = context.test.app.server.address() as AddressInfo;
  context.url = `ws://127.0.0.1:${port}/widgets/${context.widgetId}/socket`;
});
slow.after.each(({ test }) => test.close());

async function openReal(url: string): Promise<{ socket: WebSocket; frames: Frames }> {
  const socket = new WebSocket(url, { origin: shop });
  const frames = openFrames(socket);
  await once(socket, 'open');
  return { socket, frames };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** The largest buffer of all sockets of the service. */
const mostBuffered = ({ app }: TestApp): number =>
  Math.max(0, ...[...app.websocketServer.clients].map(({ bufferedAmount }) => bufferedAmount));
const message = (content: string) => ({
  type: 'message',
  clientToken: newToken(),
  contentType: contentTypes.plain,
  content,
});

/**
 * Has an agent send so many messages that no buffer between service and client can hold them. Returns their
 * number.
 */
async function sayALot(test: TestApp, { contactId }: Chat): Promise<number> {
  const agent = await agentOn(test, contactId);
  const content = JSON.stringify({ data: 'x'.repeat(19_900) });
  const count = 1_500;
  let most = 0;
  for (let said = 0; said < count;) {
    const atOnce = Array.from({ length: 50 }, () => ({
      ...{ contactId, ...message(content), contentType: contentTypes.interactive },
    }));
    atOnce.forEach((frame) => agent.frames.say(frame));
    for (const { clientToken } of atOnce) {
      const answer = await answerTo(agent.frames, clientToken);
      if (answer.type === 'ack') said += 1;
      most = Math.max(most, mostBuffered(test));
    }
  }
  assert.ok(most <= bufferedAtMost, `${most} bytes waited`);
  assert.ok(most > 1024 * 1024, `only ${most} bytes waited: the reader was not slow`);
  return count;
}

async function answerTo(frames: Frames, clientToken: string): Promise<AnyFrame> {
  for (;;) {
    const answer = frames.unread().find((frame) => frame.clientToken === clientToken);
    if (answer) return answer;
    await turn();
  }
}

slow(
  'a reader that pauses costs no memory, and gets everything once and in order when it continues',
  async ({ test, widgetId, url }) => {
    const chat = await startChat(test, widgetId);
    const { socket, frames } = await openReal(url);
    frames.say({ type: 'resume', participantToken: chat.participantToken, after: 0 });
    await frames.next('resumed');
    chat.frames.close();
    socket.pause();
    const count = await sayALot(test, chat);

    const other = await startChat(test, widgetId);
    other.frames.say(message('unharmed'));
    await other.frames.next('ack');

    socket.resume();
    const seqs: number[] = [];
    for (let heard = 0; heard < count;) {
      const { item } = await frames.next('item');
      seqs.push(item.seq);
      if (item.contentType === contentTypes.interactive) heard += 1;
    }
    assert.equal(
      seqs,
      [...new Set(seqs)].sort((a, b) => a - b),
    );
    socket.terminate();
  },
);

slow('a client that never reads is closed with a code, and may reconnect', async ({ test, url }) => {
  const { socket, frames } = await openReal(url);
  socket.pause();
  const served = [...test.app.websocketServer.clients].at(-1)!;
  // Each is answered with its client token. Valid frames in between, because invalid ones alone end the
  // socket sooner.
  const bad = JSON.stringify({ type: 'message', clientToken: 'x'.repeat(limits.frameBytes - 100) });
  let most = 0;
  while (served.readyState === served.OPEN) {
    for (let index = 0; index < limits.faultyFrames - 1; index += 1) socket.send(bad);
    await new Promise((resolve) => socket.send('{"type":"pong"}', resolve));
    await turn();
    most = Math.max(most, served.bufferedAmount);
  }
  assert.ok(most <= bufferedAtMost, `${most} bytes waited`);
  socket.resume();
  const { code } = await frames.closed;
  assert.is(code, closeCodes.READER_TOO_SLOW);
});

slow(
  "a flood is read at the allowed rate only, and doesn't affect others",
  async ({ test, widgetId, url }) => {
    const { socket, frames } = await openReal(url);
    frames.say({ type: 'start', clientToken: newToken() });
    await frames.next('started');
    let answers = 0;
    socket.on('message', () => (answers += 1));
    const from = Date.now();
    const flood = JSON.stringify({
      type: 'message',
      clientToken: 't',
      contentType: 'text/plain',
      content: '',
    });
    let isOver = false;
    const flooding = (async () => {
      for (let sent = 0; !isOver; sent += 1) {
        if (socket.bufferedAmount < 1024 * 1024) socket.send(flood);
        if (sent % 100 === 0) await turn();
      }
    })();
    const victim = await startChat(test, widgetId);
    // Answered one by one during the flood.
    for (let index = 0; index < 100; index += 1) {
      victim.frames.say(message(`${index}`));
      await victim.frames.next('ack');
    }
    while (Date.now() - from < 3_000) await turn();
    isOver = true;
    await flooding;
    const seconds = (Date.now() - from) / 1000;
    // The pipe is read to its end after the pause: some thousand small frames a second.
    const readAtMost = limits.frameBurst + (limits.framesPerSecond + 2_000) * (seconds + 1);
    assert.ok(answers > limits.frameBurst, `${answers} answers`);
    assert.ok(answers < readAtMost, `${answers} answers in ${seconds} s`);
    assert.ok(frames.unread().some(({ code }) => code === 'RATE_LIMITED'));
    socket.terminate();
  },
);
slow.run();
