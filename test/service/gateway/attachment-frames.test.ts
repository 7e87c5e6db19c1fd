import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { limits } from '../../../shared/limits.js';
import type { AnyFrame, Frames } from '../../support/frames.js';
import {
  agentOn,
  filesOf,
  idOf,
  newToken,
  startChat,
  uploadAsAgent,
  uploadAsCustomer,
  type Chat,
} from '../../support/chats-with-files.js';
import { pdf } from '../../support/sample-files.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { openTestApp, type TestApp } from '../../support/test-app.js';
import { factsText, parseFacts } from '../../../service/backend/embedded/attachments/attachment-facts.js';

const sockets = suite<{ test: TestApp; widgetId: string; chat: Chat }>('attachment frames');
sockets.before.each(async (context) => {
  context.test = await openTestApp();
  context.widgetId = await context.test.createWidget();
  context.chat = await startChat(context.test, context.widgetId);
});
sockets.after.each(({ test }) => test.close());

const message = (content: string) => ({
  type: 'message',
  clientToken: content,
  contentType: 'text/plain',
  content,
});
const attachment = (attachmentId: string, clientToken = newToken()) => ({
  type: 'attachment',
  clientToken,
  attachmentId,
});
const uploaded = async (test: TestApp, chat: Chat): Promise<string> =>
  idOf(await uploadAsCustomer(test, chat, { name: 'bill.pdf', content: pdf }));
async function nextAttachment(frames: Frames): Promise<AnyFrame> {
  for (;;) {
    const frame = await frames.next('item');
    if (frame.item.type === 'ATTACHMENT') return frame;
  }
}

sockets("show a customer's file to the agent, and acknowledge it to the sender", async ({ test, chat }) => {
  const { frames: agent } = await agentOn(test, chat.contactId);
  const attachmentId = await uploaded(test, chat);
  chat.frames.say(attachment(attachmentId, 't1'));
  const ack = await chat.frames.next('ack');
  const { item, contactId, clientToken } = await nextAttachment(agent);
  assert.equal([contactId, clientToken], [chat.contactId, 't1']);
  assert.equal(
    [ack.clientToken, ack.seq, ack.id, ack.absoluteTime],
    ['t1', item.seq, item.id, item.absoluteTime],
  );
  assert.equal([item.contentType, item.content, item.displayName], ['application/pdf', null, 'Cleo']);
  assert.equal(item.attachment, { attachmentId, name: 'bill.pdf', size: pdf.length });
  assert.not(chat.frames.unread().some((frame) => frame.type === 'item' && frame.item.seq === ack.seq));
});
sockets(
  "show an agent's file to the customer, and acknowledge it with its contact",
  async ({ test, chat }) => {
    const { contactId } = chat;
    const { frames: agent, cookie } = await agentOn(test, contactId);
    const attachmentId = idOf(await uploadAsAgent(test, contactId, cookie, { name: 'a.pdf', content: pdf }));
    agent.say({ ...attachment(attachmentId, 't1'), contactId });
    const ack = await agent.next('ack');
    assert.equal([ack.contactId, ack.clientToken], [contactId, 't1']);
    const { item } = await nextAttachment(chat.frames);
    assert.equal([item.seq, item.participantRole, item.attachment.name], [ack.seq, 'AGENT', 'a.pdf']);
  },
);
sockets('keep their place between the messages before and after', async ({ test, chat }) => {
  const { frames } = chat;
  const [one, two] = [await uploaded(test, chat), await uploaded(test, chat)];
  const said = ['m0', 'a1', 'm1', 'm2', 'a2', 'm3'];
  for (const name of said)
    frames.say(name.startsWith('m') ? message(name) : attachment(name === 'a1' ? one : two, name));
  frames.say({ type: 'end' });
  const acks = [];
  while (acks.length < said.length) acks.push(await frames.next('ack'));
  assert.equal(
    acks.map(({ clientToken }) => clientToken),
    said,
  );
  const seqs = acks.map(({ seq }) => seq);
  assert.equal(
    seqs,
    [...seqs].sort((a, b) => a - b),
  );
  for (;;) if ((await frames.next('item')).item.contentType.endsWith('chat.ended')) break;
});
sockets('store a repeated one once, and acknowledge it again', async ({ test, chat, widgetId }) => {
  const { frames, participantToken } = chat;
  const attachmentId = await uploaded(test, chat);
  frames.say(attachment(attachmentId, 't1'));
  frames.say(attachment(attachmentId, 't1'));
  const [first, second] = [await frames.next('ack'), await frames.next('ack')];
  assert.equal(first, second);
  const there = await test.customer(widgetId);
  there.say({ type: 'resume', participantToken, after: first.seq });
  await there.next('resumed');
  there.say(attachment(attachmentId, 't1'));
  assert.is((await there.next('ack')).seq, first.seq);
  frames.say({ type: 'end' });
  for (;;) if ((await frames.next('item')).item.contentType.endsWith('chat.ended')) break;
  frames.say(attachment(attachmentId, 't1'));
  assert.is((await frames.next('ack')).seq, first.seq, 'also after the end');
});
sockets('are replayed to a returning client with their client token', async ({ test, chat, widgetId }) => {
  const { frames, participantToken } = chat;
  frames.say(message('before'));
  const { seq } = await frames.next('ack');
  const attachmentId = await uploaded(test, chat);
  frames.say(attachment(attachmentId, 't1'));
  await frames.next('ack');
  frames.close();
  const again = await test.customer(widgetId);
  again.say({ type: 'resume', participantToken, after: seq });
  const { item, clientToken } = await again.next('item');
  assert.equal([item.type, item.attachment.attachmentId, clientToken], ['ATTACHMENT', attachmentId, 't1']);
});
sockets("refuse files of others, and don't affect the frames around", async ({ test, chat, widgetId }) => {
  const { frames, contactId } = chat;
  const other = await startChat(test, widgetId);
  const { frames: agent, cookie } = await agentOn(test, contactId);
  const theirs = await uploaded(test, other);
  const agents = idOf(await uploadAsAgent(test, contactId, cookie));
  for (const attachmentId of [theirs, agents, '0'.repeat(32), '../x']) {
    frames.say(attachment(attachmentId, 't1'));
    frames.say(message(`after ${attachmentId}`));
    const { code, clientToken, pointer } = await frames.next('error');
    assert.equal([code, clientToken, pointer], ['ATTACHMENT_NOT_FOUND', 't1', '/attachmentId']);
    assert.is((await frames.next('ack')).clientToken, `after ${attachmentId}`);
  }
  const own = await uploaded(test, chat);
  agent.say({ ...attachment(own, 't2'), contactId });
  assert.equal((await agent.next('error')).code, 'ATTACHMENT_NOT_FOUND');
  agent.say({ ...attachment(own, 't3'), contactId: other.contactId });
  const { code, clientToken } = await agent.next('error');
  assert.equal([code, clientToken], ['CONTACT_NOT_FOUND', 't3']);
});
sockets('name the member at fault in an invalid frame', async ({ test, chat, widgetId }) => {
  const { frames } = chat;
  for (const [frame, pointer] of [
    [{ type: 'attachment', clientToken: 't' }, ''],
    [{ ...attachment('a'.repeat(65)) }, '/attachmentId'],
    [{ ...attachment('a'), clientToken: '' }, '/clientToken'],
    [{ ...attachment('a'), name: 'b' }, '/name'],
  ] as const) {
    frames.say(frame);
    const error = await frames.next('error');
    assert.equal([error.code, error.pointer], ['FRAME_INVALID', pointer]);
  }
  const early = await test.customer(widgetId);
  early.say(attachment('a', 't9'));
  const { code, clientToken } = await early.next('error');
  assert.equal([code, clientToken], ['NOT_STARTED', 't9']);
});
sockets('are refused after the end', async ({ test, chat }) => {
  const { frames } = chat;
  const attachmentId = await uploaded(test, chat);
  frames.say({ type: 'end' });
  for (;;) if ((await frames.next('item')).item.contentType.endsWith('chat.ended')) break;
  frames.say(attachment(attachmentId, 't9'));
  const { code, clientToken } = await frames.next('error');
  assert.equal([code, clientToken], ['CONTACT_ENDED', 't9']);
});
sockets("don't count as the first message for the next agent", async ({ test, chat }) => {
  chat.frames.say(attachment(await uploaded(test, chat)));
  await chat.frames.next('ack');
  const { cookie } = await test.createAgent('ada');
  const agent = await test.agent(cookie);
  agent.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  assert.is((await agent.next('offer')).firstMessage, null);
});
sockets('survive a restart between upload and post', async () => {
  const dataDir = temporaryFolder();
  const first = await openTestApp({ dataDir });
  const widgetId = await first.createWidget();
  const chat = await startChat(first, widgetId);
  const attachmentId = await uploaded(first, chat);
  await first.close();
  const second = await openTestApp({ dataDir });
  const frames = await second.customer(widgetId);
  frames.say({ type: 'resume', participantToken: chat.participantToken, after: 0 });
  await frames.next('resumed');
  frames.say(attachment(attachmentId, 't1'));
  assert.is((await frames.next('ack')).clientToken, 't1');
  // The marker of an unsaid file is removed shortly after the answer.
  while (filesOf(second).length > 2) await new Promise<void>((resolve) => setImmediate(resolve));
  await second.close();
});
sockets('leave no file that was never posted, also after a restart', async () => {
  const dataDir = temporaryFolder();
  const first = await openTestApp({ dataDir });
  const chat = await startChat(first, await first.createWidget());
  const [older, younger] = [await uploaded(first, chat), await uploaded(first, chat)];
  await first.close();
  const facts = join(dataDir, 'attachments', chat.contactId, `${older}.json`);
  const stored = parseFacts(older, readFileSync(facts, 'utf8'))!;
  stored.attachment.uploadedAt -= limits.unsaidMinutes * 60_000;
  writeFileSync(facts, factsText(stored));
  const second = await openTestApp({ dataDir });
  const left = filesOf(second);
  assert.is(left.length, 3);
  assert.ok(left.every((name) => name.includes(younger)));
  await second.close();
});
sockets.run();
