import { resolve } from 'node:path';

/** What the process was started for. Folders are absolute. */
export type Command =
  | { name: 'serve' }
  | { name: 'backup'; folder: string }
  | { name: 'restore'; folder: string }
  | { name: 'check'; folder: string | null }
  | { name: 'help' };

/** Words that say nothing to do; the message is the one line that the operator reads. */
export class UsageError extends Error {}

export const usage = `connect-chat               serves
connect-chat backup DIR    writes a backup of DATA_DIR into DIR, which is new or empty; the service may go on
connect-chat restore DIR   reads a backup in DIR back into DATA_DIR, which is new or empty; the service is not running
connect-chat check         verifies everything in DATA_DIR; the service may go on
connect-chat check DIR     verifies the backup in DIR
`;

/** Reads the words after the program's name. */
export function readCommand(words: readonly string[]): Command {
  const [name = 'serve', folder, ...more] = words;
  if (name === 'help' || name === '--help' || name === '-h') return { name: 'help' };
  if (name === 'serve' && folder === undefined) return { name };
  if ((name === 'backup' || name === 'restore') && folder && more.length === 0)
    return { name, folder: resolve(folder) };
  if (name === 'check' && folder !== '' && more.length === 0)
    return { name, folder: folder === undefined ? null : resolve(folder) };
  throw new UsageError(
    `"${words.join(' ')}" is no command. There are: connect-chat, connect-chat backup DIR, connect-chat restore DIR, connect-chat check, connect-chat check DIR.`,
  );
}
