// Why: browsers and their drivers are processes that must end with the test. Extend with what they print.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Milliseconds within which a program must report that it is ready. */
const readyWithin = 90_000;

export interface Program {
  /** The match of `ready` in its output. */
  said: RegExpExecArray | undefined;
  /** Ends it with all processes that it has started. */
  end(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach(endGroup));

/** Starts a program in its own process group. Resolves once its output matches `ready`. */
export async function startProgram(words: [string, ...string[]], ready?: RegExp): Promise<Program> {
  const [command, ...rest] = words;
  const child = spawn(command, rest, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const gone = once(child, 'exit').finally(() => running.delete(child));
  gone.catch(() => undefined);
  const end = async (): Promise<void> => {
    endGroup(child);
    await gone.catch(() => undefined);
  };
  try {
    return { said: ready && (await heard(child, ready)), end };
  } catch (reason) {
    await end();
    throw reason;
  }
}

function heard(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${child.spawnfile} ${why}:\n${printed}`));
    const timer = setTimeout(() => fail('was not ready in time'), readyWithin);
    const hear = (data: Buffer): void => {
      printed += String(data);
      const found = pattern.exec(printed);
      if (!found) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('error', (error) => fail(String(error)));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}
