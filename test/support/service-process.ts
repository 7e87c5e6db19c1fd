// Why: the guarantees concern a process that starts, is killed and starts again. Extend with `environment`.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';
import { temporaryFolder } from './temporary-folder.js';

const main = fileURLToPath(new URL('../../dist/service/main.js', import.meta.url));
const startsWithin = 240_000;

export const processAdminToken = 'an-admin-token-of-32-characters-or-more';

/** The built service in a separate process, on loopback, with its own data folder. */
export interface ServiceProcess {
  url: string;
  dataDir: string;
  /** Headers that allow every request under /api. */
  adminHeaders: Record<string, string>;
  /** The id of the running process. */
  processId(): number | undefined;
  /** Its output since its last start. */
  output(): string;
  start(): Promise<void>;
  /**
   * Ends it with a signal, and waits until it is gone. Resolves with its exit code, or null if the signal
   * ended it.
   */
  stop(signal: NodeJS.Signals): Promise<number | null>;
  /** A REST request with the administrator's token. */
  rest<Answer = unknown>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Answer }>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A service that is not started yet. `command` starts it: the build of this checkout, or an installed package. */
export async function createService(
  environment: Record<string, string> = {},
  command: readonly [program: string, ...words: string[]] = [process.execPath, main],
): Promise<ServiceProcess> {
  const port = Number(environment.PORT) || (await freePort());
  const url = `http://localhost:${port}`;
  const dataDir = environment.DATA_DIR ?? temporaryFolder();
  let child: ChildProcess | undefined;
  let printed = '';

  async function start(): Promise<void> {
    printed = '';
    const [program, ...words] = command;
    const started = spawn(program, words, {
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        DATA_DIR: dataDir,
        ADMIN_TOKEN: processAdminToken,
        LOG_LEVEL: 'warn',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    running.add(started);
    started.once('exit', () => running.delete(started));
    await new Promise<void>((resolve, reject) => {
      const give = setTimeout(() => reject(new Error(`did not start:\n${printed}`)), startsWithin);
      const hear = (data: Buffer): void => {
        printed += String(data);
        if (!printed.includes('serves on')) return;
        clearTimeout(give);
        resolve();
      };
      started.stdout.on('data', hear);
      started.stderr.on('data', hear);
      started.once('exit', (code) => {
        clearTimeout(give);
        reject(new Error(`ended with ${code}:\n${printed}`));
      });
    });
  }

  const adminHeaders = { authorization: `Bearer ${processAdminToken}` };
  return {
    url,
    adminHeaders,
    dataDir,
    processId: () => child?.pid,
    output: () => printed,
    start,
    async stop(signal) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
      const gone = once(child, 'exit') as Promise<[number | null]>;
      child.kill(signal);
      return (await gone)[0];
    },
    async rest<Answer>(method: string, path: string, body?: unknown) {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...adminHeaders,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text ? JSON.parse(text) : undefined) as Answer };
    },
  };
}
