// Whether memory stays constant: chats are started, accepted, conducted, ended and closed in the console, one
// after the other. Measured each minute, after garbage collection.
// Usage: node --import tsx bench/memory.ts [minutes] [chats at once]
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ChatSession } from '../client/chat-session.js';
import { createMemoryStore } from '../client/chat-store.js';
import { AgentSession } from '../console/agent/session/agent-session.js';
import { createTabMemory, socketsOf, until } from '../test/support/programs.js';
import { pinGenerator } from './relay/pinned-process.js';
import { createConnectChat } from './relay/subjects/connect-chat.js';

const minutes = Number(process.argv[2] ?? 60);
const atOnce = Number(process.argv[3] ?? 200);
const chatsAnAgent = 10;
const turns = 6;
/** Average milliseconds between a message and its answer. */
const thinks = 2_000;

interface Reading {
  minute: number;
  ended: number;
  messages: number;
  /** The process's own memory, and memory-mapped pages of files, which the system reclaims when needed. */
  ownMiB: number;
  mappedMiB: number;
  storedMiB: number;
}

pinGenerator();
const agents = Math.ceil(atOnce / chatsAnAgent);
const dist = fileURLToPath(new URL('../dist', import.meta.url));
const service = await createConnectChat({ dist, agents, chatsAnAgent }).start();
const { origin, widgetId, folder } = service;

let ended = 0;
let messages = 0;
let isOver = false;
const think = (): Promise<void> => setTimeout(Math.random() * 2 * thinks);

/** Accepts every offer, answers each message of a visitor, and closes ended chats. */
function openAgent(number: number): void {
  const environment = { WebSocket: socketsOf(origin, folder.cookieOf(number)) };
  const session = new AgentSession({ serviceUrl: origin, memory: createTabMemory(), environment });
  session.on('state', () => {
    if (session.state === 'live' && session.status !== 'AVAILABLE') session.setStatus('AVAILABLE');
  });
  session.on('change', () => {
    for (const { card, answer } of session.offers) if (!answer) session.accept(card.contactId);
    for (const { contactId, phase } of session.chats) if (phase === 'ended') session.forget(contactId);
  });
  session.on('items', (contactId, items, isLive) => {
    const asked = items.filter(({ participantRole, content }) => participantRole === 'CUSTOMER' && content);
    if (!isLive) return;
    for (const { content } of asked)
      void think().then(() => session.send(contactId, `An answer to ${content}`).then(count, ignore));
  });
  session.connect();
}
const count = (): void => void (messages += 1);
/** The visitor has already ended the chat. */
const ignore = (): void => undefined;

/** Visitors in succession. Each sends some messages, waits for the answers, and ends the chat. */
async function visit(): Promise<void> {
  while (!isOver) {
    const session = new ChatSession({
      ...{ serviceUrl: origin, widgetId, store: createMemoryStore() },
      environment: { WebSocket: socketsOf(origin) },
    });
    await session.start();
    const answers = (): number =>
      session.items.filter(({ participantRole, content }) => participantRole === 'AGENT' && content).length;
    for (let turn = 1; turn <= turns; turn += 1) {
      await think();
      await session.send(`what is said in turn ${turn} `.padEnd(100, '.')).then(count);
      await until(
        () => answers() >= turn,
        (changed) => session.on('items', changed),
      );
    }
    await session.end();
    session.destroy();
    ended += 1;
  }
}

const sizeOf = (path: string): number =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const { size } = statSync(join(path, name), { throwIfNoEntry: false }) ?? { size: 0 };
    return sum + size;
  }, 0);

async function read(minute: number): Promise<Reading> {
  // Collects garbage first.
  await service.process.ownBytes();
  // proc(5): in kibibytes.
  const status = readFileSync(`/proc/${service.process.processId}/status`, 'utf8');
  const inMiB = (field: string): number => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)![1]) / 1024;
  const storedMiB = sizeOf(folder.dataDir) / 2 ** 20;
  return { minute, ended, messages, ownMiB: inMiB('RssAnon'), mappedMiB: inMiB('RssFile'), storedMiB };
}

Array.from({ length: agents }, (_, number) => openAgent(number));
for (let visitor = 0; visitor < atOnce; visitor += 1)
  visit().catch((reason: unknown) => {
    console.error(reason);
    process.exit(1);
  });
const readings: Reading[] = [];
console.log('minute   ended  messages  own MiB  mapped MiB  stored MiB');
for (let minute = 1; minute <= minutes; minute += 1) {
  await setTimeout(60_000);
  const reading = await read(minute);
  readings.push(reading);
  const { ownMiB, mappedMiB, storedMiB } = reading;
  console.log(
    `${String(minute).padStart(6)}${String(ended).padStart(8)}${String(messages).padStart(10)}` +
      `${ownMiB.toFixed(1).padStart(9)}${mappedMiB.toFixed(1).padStart(12)}${storedMiB.toFixed(1).padStart(12)}`,
  );
}
isOver = true;
const results = fileURLToPath(new URL('results/memory.json', import.meta.url));
mkdirSync(fileURLToPath(new URL('results', import.meta.url)), { recursive: true });
writeFileSync(results, `${JSON.stringify({ atOnce, thinks, turns, readings }, null, 2)}\n`);

const third = Math.max(1, Math.floor(readings.length / 3));
const mean = (some: Reading[]): number => some.reduce((sum, { ownMiB }) => sum + ownMiB, 0) / some.length;
const middle = mean(readings.slice(third, 2 * third));
const last = mean(readings.slice(-third));
console.log(
  `last third ${last.toFixed(1)} MiB, the third before ${middle.toFixed(1)}: ${(last / middle).toFixed(3)}`,
);
await service.process.kill();
await service.forget();
process.exit(0);
