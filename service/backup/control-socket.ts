import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { dataFolderNames } from '../backend/embedded/data-folder/names.js';
import type { Manifest } from './backup-folder.js';
import type { CheckReport } from './check-folder.js';
import type { OnProgress, Progress } from './progress.js';

/** A command's request to the running service: one line of JSON. */
interface Request {
  command: 'backup' | 'check';
  /** The backup's folder. */
  folder?: string;
  /** Whether the client accepts progress lines before the answer; commands of older releases don't. */
  progress?: boolean;
}
/** The last line of the response. */
type Answer =
  { ok: true; manifest: Manifest } | { ok: true; report: CheckReport } | { ok: false; message: string };
/** A line before the answer. */
interface ProgressFrame {
  progress: Progress;
}

export type BackUp = (folder: string, signal: AbortSignal, onProgress?: OnProgress) => Promise<Manifest>;
export type Check = (signal: AbortSignal, onProgress?: OnProgress) => Promise<CheckReport>;

/** The service's socket for commands on the same machine. */
export interface ControlSocket {
  close(): Promise<void>;
}

/** The members of `process` that a socket in a folder needs. */
export type HostProcess = Pick<NodeJS.Process, 'platform' | 'cwd' | 'chdir' | 'umask'>;

export interface ControlSocketOptions {
  dataDir: string;
  backUp: BackUp;
  check: Check;
  host: HostProcess;
}

/** Windows has no such sockets: there, the service must be stopped for a backup. */
const hasControlSocket = ({ platform }: HostProcess): boolean => platform !== 'win32';

/**
 * Opens a Unix socket in the data folder. Only the process's owner and root may use it; they can read the
 * data folder anyway. A client that disconnects cancels its backup.
 */
export async function openControlSocket(options: ControlSocketOptions): Promise<ControlSocket> {
  const { dataDir, host } = options;
  if (!hasControlSocket(host)) return { close: async () => undefined };
  const path = join(dataDir, dataFolderNames.controlSocket);
  // Left behind by a killed process: the database's lock proves that no other process serves this folder.
  await rm(path, { force: true });
  const open = new Set<Socket>();
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer((socket) => {
    open.add(socket);
    const given = new AbortController();
    socket.on('error', () => undefined);
    socket.on('close', () => {
      open.delete(socket);
      given.abort();
    });
    createInterface({ input: socket }).once('line', (line) => {
      // One request at a time: concurrent ones would slow down each other and the chats.
      last = last
        .then(() =>
          answer(line, options, { signal: given.signal, write: (frame) => socket.write(toLine(frame)) }),
        )
        .then((said) => socket.end(toLine(said)));
    });
  });
  await listen(server, dataDir, host);
  return {
    close: () =>
      new Promise((resolve) => {
        open.forEach((socket) => socket.destroy());
        server.close(() => resolve());
      }),
  };
}

/** The path of a socket is limited to about a hundred bytes, so this names it relative to its folder. */
function within<T>(folder: string, host: HostProcess, task: () => T): T {
  const before = host.cwd();
  host.chdir(folder);
  try {
    return task();
  } finally {
    host.chdir(before);
  }
}

function listen(server: Server, dataDir: string, host: HostProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).once('listening', resolve);
    // Created with these permissions: a later chmod would leave the socket open for a moment.
    const before = host.umask(0o177);
    within(dataDir, host, () => server.listen(dataFolderNames.controlSocket));
    host.umask(before);
  });
}

interface Asked {
  signal: AbortSignal;
  write: (frame: ProgressFrame) => void;
}

const toLine = (frame: Answer | ProgressFrame): string => `${JSON.stringify(frame)}\n`;

async function answer(line: string, options: ControlSocketOptions, asked: Asked): Promise<Answer> {
  try {
    const { command, folder, progress } = JSON.parse(line) as Partial<Request>;
    const onProgress = progress ? (each: Progress) => asked.write({ progress: each }) : undefined;
    if (command === 'check') return { ok: true, report: await options.check(asked.signal, onProgress) };
    if (command !== 'backup' || typeof folder !== 'string') return { ok: false, message: 'Unknown command.' };
    return { ok: true, manifest: await options.backUp(folder, asked.signal, onProgress) };
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  }
}

/** A command's options. Folders are absolute. */
export interface CommandOptions {
  dataDir: string;
  /** The backup's folder. */
  folder: string;
  host: HostProcess;
  onProgress?: OnProgress;
}
type WithoutFolder = Omit<CommandOptions, 'folder'>;

/**
 * Asks the service that runs on a data folder for a backup; null if none runs. Rejects if the service
 * refuses.
 */
export async function askForBackup(options: CommandOptions): Promise<Manifest | null> {
  const said = await ask({ command: 'backup', folder: options.folder }, options);
  return said && 'manifest' in said ? said.manifest : null;
}

/** Asks the service that runs on a data folder to check it; null if none runs. */
export async function askForCheck(options: WithoutFolder): Promise<CheckReport | null> {
  const said = await ask({ command: 'check' }, options);
  return said && 'report' in said ? said.report : null;
}

async function ask(request: Request, options: WithoutFolder): Promise<Extract<Answer, { ok: true }> | null> {
  const { dataDir, host, onProgress } = options;
  const socket = await openConnection(dataDir, host);
  if (!socket) return null;
  socket.write(`${JSON.stringify({ ...request, progress: true })}\n`);
  let said: Answer | null = null;
  for await (const line of createInterface({ input: socket })) {
    const frame = JSON.parse(line) as Answer | ProgressFrame;
    if ('progress' in frame) onProgress?.(frame.progress);
    else said = frame;
  }
  if (!said) throw new Error('The service ended before it answered.');
  if (!said.ok) throw new Error(said.message);
  return said;
}

/** Whether a service runs on a data folder. */
export async function isServed({ dataDir, host }: WithoutFolder): Promise<boolean> {
  const socket = await openConnection(dataDir, host);
  socket?.destroy();
  return socket !== null;
}

function openConnection(dataDir: string, host: HostProcess): Promise<Socket | null> {
  if (!hasControlSocket(host)) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const resolveIfAbsent = (error: NodeJS.ErrnoException): void =>
      ['ENOENT', 'ECONNREFUSED', 'ENOTDIR'].includes(error.code ?? '') ? resolve(null) : reject(error);
    try {
      const socket = within(dataDir, host, () => connect(dataFolderNames.controlSocket));
      socket.once('error', resolveIfAbsent).once('connect', () => {
        socket.off('error', resolveIfAbsent);
        resolve(socket);
      });
    } catch (error) {
      // The folder doesn't exist.
      resolveIfAbsent(error as NodeJS.ErrnoException);
    }
  });
}
