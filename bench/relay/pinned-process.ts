import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * A server under measurement: a Node process that is pinned with all its threads to one core of the machine.
 */
export interface PinnedProcess {
  processId: number;
  /** Microseconds of processor time that it has used so far, in steps of a hundredth of a second. */
  processorTime(): number;
  /**
   * Bytes of its own memory, after garbage collection. Excludes memory-mapped pages of files, as LevelDB has
   * them, because the system reclaims them when needed.
   */
  ownBytes(): Promise<number>;
  /** The same after V8 has also returned its unused memory, as it does after a minute or two of quiet. */
  neededBytes(): Promise<number>;
  /** Kills it, like a crash. */
  kill(): Promise<void>;
}

export interface PinnedProcessOptions {
  /** The arguments for Node. */
  words: string[];
  environment?: Record<string, string>;
  /** Recognizes the line that the process prints when it serves. */
  isReady: (line: string) => boolean;
}

/** The generator has the other core: see `pinGenerator`. */
const serverCore = '0';
const generatorCore = '1';
const collector = fileURLToPath(new URL('collect-garbage.mjs', import.meta.url));
const startsWithin = 120_000;
const children = new Set<ChildProcess>();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

let v8Options: readonly string[] = [];

/** From now on, every server is started with these options of V8. */
export function useV8Options(options: readonly string[]): void {
  v8Options = options;
}

/** Starts a process. Resolves with the line that it printed when it served. */
export async function startPinned(options: PinnedProcessOptions): Promise<[PinnedProcess, string]> {
  const { words, environment = {}, isReady } = options;
  const child = spawn(
    'taskset',
    ['-c', serverCore, process.execPath, '--expose-gc', ...v8Options, '--import', collector, ...words],
    { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.add(child);
  child.once('exit', () => children.delete(child));
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${words.join(' ')} did not start`)), startsWithin);
    lines.on('line', (text) => {
      if (!isReady(text)) return;
      clearTimeout(late);
      resolve(text);
    });
    child.once('exit', (code) => reject(new Error(`${words.join(' ')} ended with ${code}`)));
  });
  const own: PinnedProcess = {
    processId: child.pid!,
    processorTime: () => processorTime(child.pid!),
    ownBytes: () => bytesAfter('SIGUSR2'),
    neededBytes: () => bytesAfter('SIGPWR'),
    async kill() {
      const gone = once(child, 'exit');
      if (child.kill('SIGKILL')) await gone;
    },
  };
  return [own, line];

  /** `collect-garbage.mjs` answers both signals with a line. */
  async function bytesAfter(signal: 'SIGUSR2' | 'SIGPWR'): Promise<number> {
    const collected = once(lines, 'line');
    child.kill(signal);
    await collected;
    return ownBytes(child.pid!);
  }
}

/** Pins this process, which generates the load, to the core that no server has. */
export function pinGenerator(): void {
  spawn('taskset', ['-a', '-cp', generatorCore, String(process.pid)], { stdio: 'ignore' });
}

/** proc(5): the 14th and 15th field, in hundredths of a second. */
function processorTime(processId: number): number {
  const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** proc(5): the anonymous memory, which belongs to no file. */
function ownBytes(processId: number): number {
  const [, kibibytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))!;
  return Number(kibibytes) * 1024;
}
