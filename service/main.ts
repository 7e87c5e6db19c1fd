import { backup, restore } from './backup/commands.js';
import { readCommand, usage, UsageError, type Command } from './command-line.js';
import { serve } from './serve.js';
import { readSettings } from './settings.js';

/** What did not come to anything, as the operator reads it. */
const failures = {
  serve: 'Connect Chat did not start',
  backup: 'The backup was not made',
  restore: 'The backup was not restored',
  help: 'Connect Chat did not start',
} as const;

/** A drain that takes longer is cut off: whoever sent something that was not acknowledged sends it again. */
const drainAtMost = 9_000;

const command = commandOrEnd();
await run(command).catch((error: Error) => end(failures[command.name], error));

async function run(asked: Command): Promise<void> {
  if (asked.name === 'help') return say(usage);
  const settings = readSettings(process.env, { isTerminal: process.stderr.isTTY });
  if (asked.name !== 'serve') {
    const act = asked.name === 'backup' ? backup : restore;
    return say(`${await act({ dataDir: settings.dataDir, folder: asked.folder, host: process })}\n`);
  }
  const { greeting, close } = await serve(settings, process);
  say(greeting);
  process.once('SIGTERM', () => void drain(close));
  process.once('SIGINT', () => void drain(close));
}

async function drain(close: () => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(1), drainAtMost).unref();
  await close();
  process.exit(0);
}

function commandOrEnd(): Command {
  try {
    return readCommand(process.argv.slice(2));
  } catch (error) {
    if (error instanceof UsageError) return end('Nothing was done', error);
    throw error;
  }
}

function say(text: string): void {
  process.stdout.write(text);
}

/** One plain line for the operator, and an exit code that says that nothing came of it. */
function end(what: string, error: Error): never {
  process.stderr.write(`${what}: ${error.message}\n`);
  process.exit(1);
}
