import { readdir, readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { WebSocket } from 'ws';
import { newToken } from '../support/chats-with-files.js';
import { openFrames, type Frames } from '../support/frames.js';
import { hearEnd } from '../support/hear-end.js';
import { createAgent } from '../support/people.js';
import { signInProgram } from '../support/programs.js';
import { createService, type ServiceProcess } from '../support/service-process.js';

/** Time limit in milliseconds for rewriting the files on a busy machine. */
const patience = 60_000;

/** What a chat stores, each a unique text. */
const kinds = [
  ...['name of the visitor', 'attribute', 'page', 'first message', 'message', 'answer of the agent'],
  ...['name of the file', 'text of the file', 'name of the agent’s file', 'text of the agent’s file'],
  ...['comment of the survey', 'message of the end', 'private note'],
] as const;
type Texts = Record<(typeof kinds)[number], string>;
const texts = (): Texts =>
  Object.fromEntries(kinds.map((kind) => [kind, randomBytes(24).toString('base64url')])) as Texts;

/** Tables are compressed, so a text that partly repeats another one in its table may be stored in pieces. */
const piecesOf = (text: string): string[] => text.match(/.{8}/g)!;

/** The contact index has words in lower case. */
const isIn = (content: Buffer, piece: string): boolean =>
  content.includes(piece) || content.includes(piece.toLowerCase());

/** The texts of which any file below the folder contains a piece, in its name or its content. */
async function foundIn(folder: string, those: Texts): Promise<string[]> {
  const found = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    // LevelDB removes files meanwhile.
    const content = entry.isFile() ? await readFile(path).catch(() => Buffer.alloc(0)) : Buffer.alloc(0);
    for (const kind of kinds)
      if (piecesOf(those[kind]).some((piece) => isIn(content, piece) || path.includes(piece)))
        found.add(kind);
  }
  return [...found].sort();
}

async function openSocket(url: string, headers: Record<string, string>): Promise<Frames> {
  const socket = new WebSocket(url.replace('http', 'ws'), { headers });
  const frames = openFrames(socket);
  await new Promise((resolve) => socket.once('open', resolve));
  return frames;
}

async function upload(url: string, headers: Record<string, string>, name: string, content: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream', 'x-attachment-name': `${name}.txt` },
    body: content,
  });
  assert.is(response.status, 201);
  return ((await response.json()) as { attachmentId: string }).attachmentId;
}

async function say(frames: Frames, frame: object): Promise<void> {
  frames.say({ clientToken: newToken(), ...frame });
  await frames.next('ack');
}

/** A complete chat with a survey, which sends everything. Returns the contact's id. */
async function chat(service: ServiceProcess, widgetId: string, agent: Agent, those: Texts): Promise<string> {
  const { url } = service;
  const visitor = await openSocket(`${url}/widgets/${widgetId}/socket`, { origin: url });
  visitor.say({
    ...{ type: 'start', clientToken: newToken(), displayName: those['name of the visitor'] },
    attributes: { order: those.attribute },
    page: { url: `${url}/${those.page}`, title: those.page, referrer: '' },
  });
  const { contactId, participantToken } = await visitor.next('started');
  const plain = { type: 'message', contentType: 'text/plain' };
  await say(visitor, { ...plain, content: those['first message'] });
  await agent.frames.next('offer');
  agent.frames.say({ type: 'accept', contactId });
  await agent.frames.next('contact');
  await say(visitor, { ...plain, content: those.message });
  await say(agent.frames, { ...plain, contactId, content: those['answer of the agent'] });
  const bearer = { origin: url, authorization: `Bearer ${participantToken}` };
  await say(agent.frames, { type: 'note', contactId, content: those['private note'] });
  const visitors = [those['name of the file'], those['text of the file']] as const;
  const attachmentId = await upload(`${url}/widgets/${widgetId}/attachments`, bearer, ...visitors);
  await say(visitor, { type: 'attachment', attachmentId });
  const agents = [those['name of the agent’s file'], those['text of the agent’s file']] as const;
  const staff = { origin: url, cookie: agent.cookie };
  const other = await upload(`${url}/api/contacts/${contactId}/attachments`, staff, ...agents);
  await say(agent.frames, { type: 'attachment', contactId, attachmentId: other });
  await service.rest('POST', `/api/contacts/${contactId}/end`, { message: those['message of the end'] });
  await hearEnd(visitor);
  const answered = await fetch(`${url}/widgets/${widgetId}/survey`, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'application/json' },
    body: JSON.stringify({ clientToken: newToken(), rating: 1, comment: those['comment of the survey'] }),
  });
  assert.ok(answered.ok, `the survey was answered with ${answered.status}`);
  visitor.close();
  return contactId;
}

/** The number of contacts that a search finds. */
async function foundBy(service: ServiceProcess, text: string): Promise<number> {
  const { body } = await service.rest<{ contacts: object[] }>(
    'GET',
    `/api/contacts?q=${encodeURIComponent(text)}`,
  );
  return body.contacts.length;
}

interface Agent {
  frames: Frames;
  cookie: string;
}
async function agentAtWork(service: ServiceProcess): Promise<Agent> {
  const cookie = await signInProgram(service, 'ada');
  const frames = await openSocket(`${service.url}/agent/socket`, { origin: service.url, cookie });
  frames.say({ type: 'hello', after: {}, status: 'AVAILABLE' });
  await frames.next('welcome');
  return { frames, cookie };
}

const erasing = suite('a contact that is erased by REST');
for (const where of ['the journal', 'tables'] as const)
  erasing(`leaves nothing in any file of the data folder, after being in ${where}`, async () => {
    const service = await createService();
    await service.start();
    await createAgent(service, 'ada');
    const agent = await agentAtWork(service);
    const { body: widget } = await service.rest<{ widgetId: string }>('POST', '/api/widgets', {
      ...{ name: 'Shop', survey: { kind: 'STARS', comment: true } },
    });
    const [erased, kept] = [texts(), texts()];
    const contactId = await chat(service, widget.widgetId, agent, erased);
    await chat(service, widget.widgetId, agent, kept);
    agent.frames.close();
    // The index has all of it, too.
    for (const { message } of [erased, kept])
      assert.is(await foundBy(service, message), 1, 'the search finds each contact');
    if (where === 'tables') {
      // A start moves the journal's content to tables.
      await service.stop('SIGTERM');
      await service.start();
    }
    assert.equal(await foundIn(service.dataDir, erased), [...kinds].sort(), 'the search finds each of them');

    assert.is((await service.rest('DELETE', `/api/contacts/${contactId}`)).status, 204);
    assert.is(await foundBy(service, erased.message), 0);
    assert.is(await foundBy(service, kept.message), 1);
    const from = performance.now();
    while ((await foundIn(service.dataDir, erased)).length > 0)
      if (performance.now() - from > patience) break;
    assert.equal(await foundIn(service.dataDir, erased), []);
    await service.stop('SIGTERM');
    assert.equal(await foundIn(service.dataDir, erased), []);
    assert.equal(await foundIn(service.dataDir, kept), [...kinds].sort(), 'the other contact is untouched');
    await service.start();
    assert.equal(await foundIn(service.dataDir, erased), []);
    await service.stop('SIGKILL');
  });
erasing.run();
