import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** The commands of the program. Folders are absolute. */
export type Command =
  | { name: 'serve' }
  | { name: 'backup'; folder: string }
  | { name: 'restore'; folder: string }
  | { name: 'check'; folder: string | null }
  | { name: 'move'; to: string | null }
  | { name: 'help' };

/** Arguments that name no command; the message is one line for the operator. */
export class UsageError extends Error {}

export const usage = `connect-chat               runs the service
connect-chat backup DIR    backs up DATA_DIR to DIR, which must be new or empty; the service may keep running
connect-chat restore DIR   restores the backup in DIR to DATA_DIR, which must be new or empty; the service must be stopped
connect-chat check         verifies everything in DATA_DIR; the service may keep running
connect-chat check DIR     verifies the backup in DIR
connect-chat move --to URL copies everything in DATA_DIR to a PostgreSQL database; the service must be stopped
`;

/** Parses the arguments after the program's name. Throws {@link UsageError}. */
export function readCommand(args: readonly string[]): Command {
  const { help, to, name, folders } = parse(args);
  if (help || name === 'help') return { name: 'help' };
  if (name === 'move' && folders.length === 0) return { name, to };
  if (to !== null) throw notACommand(args);
  const [folder, ...more] = folders;
  if (more.length > 0) throw notACommand(args);
  if (name === 'serve' && folder === undefined) return { name };
  if ((name === 'backup' || name === 'restore') && folder) return { name, folder: resolve(folder) };
  if (name === 'check' && folder !== '')
    return { name, folder: folder === undefined ? null : resolve(folder) };
  throw notACommand(args);
}

interface Words {
  help: boolean;
  to: string | null;
  name: string;
  folders: string[];
}

function parse(args: readonly string[]): Words {
  const options = {
    help: { type: 'boolean', short: 'h', default: false },
    to: { type: 'string' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name = 'serve', ...folders] = positionals;
    return { help: values.help, to: values.to ?? null, name, folders };
  } catch {
    throw notACommand(args);
  }
}

const notACommand = (args: readonly string[]): UsageError =>
  new UsageError(
    `"${args.map(withoutPassword).join(' ')}" is not a command. The commands are: connect-chat, connect-chat backup DIR, connect-chat restore DIR, connect-chat check, connect-chat check DIR, connect-chat move --to URL.`,
  );

/** The password in a URL is not printed. */
const withoutPassword = (word: string): string => word.replace(/^(\w+:\/\/[^:@/]*):[^@/]*@/, '$1:…@');
