import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { notCopied, type Manifest } from './backup-folder.js';

/** What a command asks of the running service: one line of JSON, answered with one. */
interface BackupRequest {
  command: 'backup';
  folder: string;
}
type BackupAnswer = { ok: true; manifest: Manifest } | { ok: false; message: string };

export type BackUp = (folder: string, signal: AbortSignal) => Promise<Manifest>;

/** What the running service opens for commands on the same machine. */
export interface ControlSocket {
  close(): Promise<void>;
}

/** What of the process a socket in a folder needs: `process` itself. */
export type HostProcess = Pick<NodeJS.Process, 'platform' | 'cwd' | 'chdir' | 'umask'>;

export interface ControlSocketOptions {
  dataDir: string;
  backUp: BackUp;
  host: HostProcess;
}

/** Windows has no such sockets: there the service is stopped for a backup. */
const hasControlSocket = ({ platform }: HostProcess): boolean => platform !== 'win32';

/**
 * Opens a Unix socket in the data folder, which only the owner of the process (and root) may use: whoever can read the
 * data folder anyhow. Whoever asks and goes away gives the backup up.
 */
export async function openControlSocket({
  dataDir,
  backUp,
  host,
}: ControlSocketOptions): Promise<ControlSocket> {
  if (!hasControlSocket(host)) return { close: async () => undefined };
  const path = join(dataDir, notCopied.controlSocket);
  // Left by a process that was killed: the database's lock says that no other one serves this folder.
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
      // One backup after the other: two at once would only slow each other, and the chats, down.
      last = last
        .then(() => answer(line, (folder) => backUp(folder, given.signal)))
        .then((said) => socket.end(`${JSON.stringify(said)}\n`));
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

/** A socket's path may have some hundred bytes only, so it is named from within its folder. */
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
    // Nobody else may ever open it, not even between its making and a chmod.
    const before = host.umask(0o177);
    within(dataDir, host, () => server.listen(notCopied.controlSocket));
    host.umask(before);
  });
}

async function answer(line: string, backUp: (folder: string) => Promise<Manifest>): Promise<BackupAnswer> {
  try {
    const { command, folder } = JSON.parse(line) as Partial<BackupRequest>;
    if (command !== 'backup' || typeof folder !== 'string')
      return { ok: false, message: 'There is no such command.' };
    return { ok: true, manifest: await backUp(folder) };
  } catch (error) {
    return { ok: false, message: (error as Error).message };
  }
}

/** What a command is given. Folders are absolute. */
export interface CommandOptions {
  dataDir: string;
  /** The backup's. */
  folder: string;
  host: HostProcess;
}

/** Asks the service that runs on a data folder for a backup; null where none runs. Rejects with its refusal. */
export async function askForBackup({ dataDir, folder, host }: CommandOptions): Promise<Manifest | null> {
  const socket = await openConnection(dataDir, host);
  if (!socket) return null;
  const request: BackupRequest = { command: 'backup', folder };
  socket.write(`${JSON.stringify(request)}\n`);
  let text = '';
  for await (const data of socket) text += String(data);
  if (!text) throw new Error('The service ended before the backup did.');
  const said = JSON.parse(text) as BackupAnswer;
  if (!said.ok) throw new Error(said.message);
  return said.manifest;
}

/** Whether a service runs on a data folder. */
export async function isServed({ dataDir, host }: CommandOptions): Promise<boolean> {
  const socket = await openConnection(dataDir, host);
  socket?.destroy();
  return socket !== null;
}

function openConnection(dataDir: string, host: HostProcess): Promise<Socket | null> {
  if (!hasControlSocket(host)) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const nobody = (error: NodeJS.ErrnoException): void =>
      ['ENOENT', 'ECONNREFUSED', 'ENOTDIR'].includes(error.code ?? '') ? resolve(null) : reject(error);
    try {
      const socket = within(dataDir, host, () => connect(notCopied.controlSocket));
      socket.once('error', nobody).once('connect', () => {
        socket.off('error', nobody);
        resolve(socket);
      });
    } catch (error) {
      // There is no such folder.
      nobody(error as NodeJS.ErrnoException);
    }
  });
}
