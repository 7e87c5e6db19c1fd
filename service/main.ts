import type { Command } from './command-line.js';
import { plainFailure } from './plain-failure.js';

/** What did not come to anything, as the operator reads it. */
const failures = {
  none: 'Nothing was done',
  serve: 'Connect Chat did not start',
  backup: 'The backup was not made',
  restore: 'The backup was not restored',
  check: 'The check found problems',
  help: 'Connect Chat did not start',
} as const;

/** A drain that takes longer is cut off: whoever sent something that was not acknowledged sends it again. */
const drainAtMost = 9_000;

/** What backups and checks of a folder say where the folder is not what counts. */
const databaseHasItsOwn =
  'with DATABASE_URL the database is backed up by its own tools, such as pg_dump; see docs/how-to/run-several-processes.md. Unset it for a data folder.';

let asked: keyof typeof failures = 'serve';
process.on('uncaughtException', end);
// LevelDB gives its files the modes that the process allows: nobody else may read what is written.
process.umask(0o077);
try {
  await main();
  // A fault of the running service has a stack for those who look into it.
  process.off('uncaughtException', end);
} catch (error) {
  end(error);
}

/** Everything else is loaded here, because loading fails too: where too few files may be open, for one. */
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

async function run(command: Exclude<Command, { name: 'help' }>): Promise<void> {
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
  // Before the greeting: whoever has read it may end the service.
  process.once('SIGTERM', () => void drain(close));
  process.once('SIGINT', () => void drain(close));
  say(greeting);
}

/** Does it, and shows how far it is on standard error; a sentence about it. */
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

async function drain(close: () => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(1), drainAtMost).unref();
  await close();
  process.exit(0);
}

function say(text: string): void {
  process.stdout.write(text);
}

/** One plain line for the operator, and an exit code that says that nothing came of it. */
function end(reason: unknown): never {
  process.stderr.write(`${failures[asked]}: ${plainFailure(reason)}\n`);
  process.exit(1);
}
