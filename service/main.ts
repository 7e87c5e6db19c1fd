import type { Command } from './command-line.js';
import { plainFailure } from './plain-failure.js';

/** The first words of the message if a command fails. */
const failures = {
  none: 'Nothing was done',
  serve: 'Connect Chat did not start',
  backup: 'The backup was not made',
  restore: 'The backup was not restored',
  check: 'The check found problems',
  move: 'The move did not finish',
  help: 'Connect Chat did not start',
} as const;

/**
 * The process ends this many milliseconds after its clients were moved, whether everything is stored or not. Clients
 * repeat what wasn't acknowledged.
 */
const closesWithin = 9_000;

/** What backups and checks of a folder say where the folder is not what counts. */
const databaseHasItsOwn =
  'with DATABASE_URL the database is backed up by its own tools, such as pg_dump; see docs/how-to/back-up-postgresql.md. Unset it for a data folder.';

let asked: keyof typeof failures = 'serve';
process.on('uncaughtException', end);
// LevelDB creates its files with the process's umask: only the owner may read them.
process.umask(0o077);
try {
  await main();
  // From here on, an unexpected error should print its stack.
  process.off('uncaughtException', end);
} catch (error) {
  end(error);
}

/** Loads everything else, because loading can fail too, for example if the limit of open files is too low. */
async function main(): Promise<void> {
  const { readCommand, usage, UsageError } = await import('./command-line.js');
  let command: Command;
  try {
    command = readCommand(process.argv.slice(2));
  } catch (error) {
    if (error instanceof UsageError) asked = 'none';
    throw error;
  }
  asked = command.name;
  if (command.name === 'help') return say(usage);
  await run(command);
}

/** Moves `DATA_DIR` to a database. Returns lines for the operator. */
async function runMove(to: string | null): Promise<string> {
  const { readMoveSettings, move } = await import('./move/move.js');
  const { createProgressLine } = await import('./backup/progress.js');
  const settings = readMoveSettings(process.env, to);
  const line = createProgressLine(process.stderr);
  // The timers of the service alone keep no process running.
  const alive = setInterval(() => undefined, 60_000);
  try {
    return await move({ ...settings, host: process, onProgress: line.show });
  } finally {
    clearInterval(alive);
    line.end();
  }
}

async function run(command: Exclude<Command, { name: 'help' }>): Promise<void> {
  if (command.name === 'move') return say(`${await runMove(command.to)}\n`);
  const { readSettings } = await import('./settings.js');
  const settings = readSettings(process.env, { isTerminal: process.stderr.isTTY });
  if (command.name !== 'serve') {
    if (settings.databaseUrl !== null) {
      asked = 'none';
      throw new Error(databaseHasItsOwn);
    }
    return say(`${await runCommand(command, settings.dataDir)}\n`);
  }
  const { serve } = await import('./serve.js');
  const { greeting, close } = await serve(settings, process);
  // Before the greeting: a script may stop the service as soon as it has read it.
  const atMost = settings.drainSeconds * 1000 + closesWithin;
  process.once('SIGTERM', () => void drain(close, atMost));
  process.once('SIGINT', () => void drain(close, atMost));
  say(greeting);
}

/** Runs the command and displays its progress on standard error. Returns a sentence for the operator. */
async function runCommand(
  asked: Extract<Command, { name: 'backup' | 'restore' | 'check' }>,
  dataDir: string,
): Promise<string> {
  const { backup, check, restore } = await import('./backup/commands.js');
  const { createProgressLine } = await import('./backup/progress.js');
  const line = createProgressLine(process.stderr);
  const options = { dataDir, host: process, onProgress: line.show };
  try {
    if (asked.name === 'check') return await check({ ...options, folder: asked.folder });
    return await (asked.name === 'backup' ? backup : restore)({ ...options, folder: asked.folder });
  } finally {
    line.end();
  }
}

async function drain(close: () => Promise<void>, atMost: number): Promise<void> {
  setTimeout(() => process.exit(1), atMost).unref();
  await close();
  process.exit(0);
}

function say(text: string): void {
  process.stdout.write(text);
}

/** Prints one plain line for the operator and exits with a failure code. */
function end(reason: unknown): never {
  process.stderr.write(`${failures[asked]}: ${plainFailure(reason)}\n`);
  process.exit(1);
}
