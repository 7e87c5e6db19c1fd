import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../../test/support/free-port.js';
import { inBatches } from '../in-batches.js';
import { openLeanSocket, type LeanSocket } from '../lean-socket.js';
import { startPinned, type PinnedProcess } from '../pinned-process.js';
import { createStaffedFolder, staffDatabase, type StaffedFolder } from '../staffed-folder.js';
import { chatOf, type RunningSubject, type Subject } from '../subject.js';
import { messageFrame } from './raw.js';
import { withoutLimits } from '../../without-limits.js';

export interface ConnectChatOptions {
  name?: string;
  /** The folder of a built service. */
  dist: string;
  /** The number of agents, and the number of chats that each may have. */
  agents: number;
  chatsAnAgent: number;
  /** An empty PostgreSQL database, instead of the data folder. */
  databaseUrl?: string;
  /** Agents connect to a second process. */
  areAgentsApart?: boolean;
  /** Further arguments for Node, such as `--cpu-prof`. */
  words?: string[];
}

/** A running service's address and clients. */
export interface RunningService extends RunningSubject {
  port: number;
  /** The port of the agents' process. */
  agentPort: number;
  origin: string;
  widgetId: string;
  folder: StaffedFolder;
  /** Opens a customer's socket, and sends nothing on it yet. */
  openCustomer(onText: (text: Buffer) => void, onClosed?: () => void): Promise<LeanSocket>;
  /** Kills it and starts it again, with the same folder and port. */
  restart(): Promise<void>;
  /** Deletes its stored data. */
  forget(): Promise<void>;
}

/** This service as a subject, with further operations. */
export interface ConnectChat extends Subject {
  start(): Promise<RunningService>;
}

export const adminToken = 'an-admin-token-of-32-characters-or-more';

/** This service, as it is built. */
export const createConnectChat = (options: ConnectChatOptions): ConnectChat => ({
  name: options.name ?? 'Connect Chat',
  start: () => startService(options),
});

async function startService({
  dist,
  agents,
  chatsAnAgent,
  databaseUrl,
  areAgentsApart = false,
  words = [],
}: ConnectChatOptions): Promise<RunningService> {
  const folder = createStaffedFolder(agents, chatsAnAgent);
  if (databaseUrl !== undefined) await staffDatabase(databaseUrl, folder);
  const port = await freePort();
  const agentPort = areAgentsApart ? await freePort() : port;
  const origin = `http://localhost:${port}`;
  const environment = {
    ...withoutLimits,
    ...{ PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: origin, DATA_DIR: folder.dataDir },
    ...{ ADMIN_TOKEN: adminToken, LOG_LEVEL: 'error' },
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
  const begin = async (own = port): Promise<PinnedProcess> => {
    const main = join(dist, 'service/main.js');
    const isReady = (line: string): boolean => line.includes('serves on');
    const given = { ...environment, PORT: String(own) };
    return (await startPinned({ words: [...words, main], environment: given, isReady }))[0];
  };
  const first = await begin();
  const process = areAgentsApart ? together(first, await begin(agentPort)) : first;
  const headers = { authorization: `Bearer ${adminToken}` };
  const answer = await fetch(`http://127.0.0.1:${port}/api/widgets`, { headers });
  const [{ widgetId }] = (await answer.json()) as [{ widgetId: string }];

  const openCustomer: RunningService['openCustomer'] = async (onText, onClosed) => {
    const path = `/widgets/${widgetId}/socket`;
    const socket: LeanSocket = await openLeanSocket({
      ...{ port, path, headers: { origin } },
      onText: (text) => (isPing(text) ? socket.sendText('{"type":"pong"}') : onText(text)),
      ...(onClosed && { onClosed }),
    });
    return socket;
  };
  const service: RunningService = {
    ...{ process, port, agentPort, origin, widgetId, folder, openCustomer },
    async restart() {
      await service.process.kill();
      service.process = await begin();
    },
    forget: () => rm(folder.dataDir, { recursive: true }),
    async openIdle(index) {
      let started = (): void => undefined;
      const isStarted = new Promise<void>((resolve) => void (started = resolve));
      const socket = await openCustomer((text) => text.includes('"type":"started"') && started());
      socket.sendText(startFrame(`idle ${index}`));
      await isStarted;
      return socket;
    },
    openChats: (asked, ears) => openChats(service, asked, ears),
  };
  return service;
}

/** Two processes as one. */
const together = (one: PinnedProcess, other: PinnedProcess): PinnedProcess => ({
  processId: one.processId,
  processorTime: () => one.processorTime() + other.processorTime(),
  ownBytes: async () => (await one.ownBytes()) + (await other.ownBytes()),
  neededBytes: async () => (await one.neededBytes()) + (await other.neededBytes()),
  async kill() {
    await Promise.all([one.kill(), other.kill()]);
  },
});

export const startFrame = (clientToken: string, rest = ''): string =>
  `{"type":"start","clientToken":"${clientToken.padEnd(40, '.')}"${rest}}`;

const isPing = (text: Buffer): boolean => text.length === 15 && text.toString('latin1') === '{"type":"ping"}';

const openChats = async (
  service: RunningService,
  { chats, chatsAnAgent }: { chats: number; chatsAnAgent: number },
  ears: { acknowledged(chat: number): void; delivered(chat: number): void },
): Promise<{ say(chat: number): void; close(): void }> => {
  let joined = 0;
  let allJoined = (): void => undefined;
  const areJoined = new Promise<void>((resolve) => void (allJoined = resolve));
  const { agentPort: port, origin, folder } = service;
  const agents = await inBatches(Math.ceil(chats / chatsAnAgent), 50, async (agent) => {
    const headers = { origin, cookie: folder.cookieOf(agent) };
    const socket: LeanSocket = await openLeanSocket({
      ...{ port, path: '/agent/socket', headers },
      onText(text) {
        const chat = chatOf(text);
        if (chat !== undefined) return ears.delivered(chat);
        if (isPing(text)) return socket.sendText('{"type":"pong"}');
        const frame = JSON.parse(text.toString()) as { type: string; contact?: { contactId: string } };
        if (frame.type === 'offer')
          socket.sendText(`{"type":"accept","contactId":"${frame.contact!.contactId}"}`);
        if (frame.type === 'contact' && (joined += 1) === chats) allJoined();
        if (frame.type === 'error') throw new Error(text.toString());
      },
    });
    socket.sendText('{"type":"hello","after":{},"status":"AVAILABLE"}');
    return socket;
  });
  const customers = await inBatches(chats, 50, async (chat) => {
    const socket = await service.openCustomer((text) => {
      if (text.indexOf('{"type":"ack"') === 0) ears.acknowledged(chat);
      else if (text.indexOf('{"type":"error"') === 0) throw new Error(text.toString());
    });
    socket.sendText(startFrame(`chat ${chat} ${Math.random()}`));
    return socket;
  });
  await areJoined;
  let said = 0;
  return {
    say: (chat) => customers[chat]!.sendText(messageFrame(`t${(said += 1)}`, chat)),
    close: () => [...agents, ...customers].forEach((socket) => socket.close()),
  };
};
