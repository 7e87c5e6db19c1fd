import type { Database } from './database/database.js';
import { statement } from './database/statement.js';

const epochOf = statement('epoch', 'SELECT epoch FROM connect_chat.installation');
const durability = statement(
  'durability',
  `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS "synchronousCommit"`,
);

/** What a database says of itself. */
export interface Installation {
  /** See `Backend.epoch`. */
  epoch: string;
  /** What the operator should know: settings with which acknowledged messages may be lost. */
  warnings: string[];
}

export async function readInstallation(database: Database): Promise<Installation> {
  const [installation] = await database.query<{ epoch: string }>(epochOf);
  const [settings] = await database.query<{ fsync: string; synchronousCommit: string }>(durability);
  const { fsync, synchronousCommit } = settings!;
  const warnings: string[] = [];
  if (fsync === 'off')
    warnings.push('PostgreSQL runs with fsync = off: a power cut loses acknowledged messages');
  if (synchronousCommit === 'off')
    warnings.push('PostgreSQL runs with synchronous_commit = off: a crash loses acknowledged messages');
  return { epoch: installation!.epoch, warnings };
}
