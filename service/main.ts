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

const command = commandOrEnd();
await run(command).catch((error: Error) => end(failures[command.name], error));

async function run(asked: Command): Promise<void> {
  if (asked.name === 'help') return say(usage);
  const settings = readSettings(process.env);
  if (asked.name === 'serve') return serve(settings);
  const act = asked.name === 'backup' ? backup : restore;
  say(`${await act(settings.dataDir, asked.folder)}\n`);
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
