import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server under measurement: a Node process that has one core of the machine, all its threads included. */
export interface PinnedProcess {
  processId: number;
  /** Microseconds that it has had of the processor so far, in steps of a hundredth of a second. */
  processorTime(): number;
  /**
   * Bytes of its own in memory, after everything unreachable was collected. Pages of files that it has mapped, as
   * LevelDB does, are not among them: the system takes them back at need.
   */
  ownBytes(): Promise<number>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

export interface PinnedProcessOptions {
  /** What Node is started with. */
  words: string[];
  environment?: Record<string, string>;
  /** A line of the process that says that it serves. */
  isReady: (line: string) => boolean;
}

/** The generator has the other one: see `pinGenerator`. */
const serverCore = '0';
const generatorCore = '1';
const collector = fileURLToPath(new URL('collect-garbage.mjs', import.meta.url));
const startsWithin = 60_000;
const children = new Set<ChildProcess>();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

/** Starts a process; resolves with the line that said that it serves. */
export async function startPinned(options: PinnedProcessOptions): Promise<[PinnedProcess, string]> {
  const { words, environment = {}, isReady } = options;
  const child = spawn(
    'taskset',
    ['-c', serverCore, process.execPath, '--expose-gc', '--import', collector, ...words],
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
    async ownBytes() {
      const collected = once(lines, 'line');
      child.kill('SIGUSR2');
      await collected;
      return ownBytes(child.pid!);
    },
    async kill() {
      const gone = once(child, 'exit');
      if (child.kill('SIGKILL')) await gone;
    },
  };
  return [own, line];
}

/** This process, which makes the load, keeps to the core that no server has. */
export function pinGenerator(): void {
  spawn('taskset', ['-a', '-cp', generatorCore, String(process.pid)], { stdio: 'ignore' });
}

/** proc(5): the 14th and 15th field, in hundredths of a second. */
function processorTime(processId: number): number {
  const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

/** proc(5): what belongs to no file. */
function ownBytes(processId: number): number {
  const [, kibibytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))!;
  return Number(kibibytes) * 1024;
}
