import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSecret } from '../../service/auth/secret-hash.js';
import { Database } from '../../service/backend/postgres/database/database.js';
import { migrate } from '../../service/backend/postgres/schema/migrate.js';

/** A data folder with agents who are already signed in: hashing a thousand passwords would take minutes. */
export interface StaffedFolder {
  dataDir: string;
  /** The session cookie of an agent. */
  cookieOf(agent: number): string;
}

const secret = 'a session that only a bench may have';

export function createStaffedFolder(agents: number, maxChats: number): StaffedFolder {
  const dataDir = mkdtempSync(join(tmpdir(), 'connect-chat-bench-'));
  const sessions = [{ hash: hashSecret(secret), until: Date.now() + 24 * 60 * 60_000 }];
  const accounts = Array.from({ length: agents }, (_, agent) => [
    `agent-${agent}`,
    {
      version: 1,
      updatedAt: new Date().toISOString(),
      value: {
        ...{ username: `agent${agent}`, displayName: `Agent ${agent}`, role: 'agent', queues: ['default'] },
        ...{ maxChats, disabled: false, passwordHash: 'nobody knows it', sessions },
      },
    },
  ]);
  writeFileSync(join(dataDir, 'agents.json'), JSON.stringify(Object.fromEntries(accounts)));
  return { dataDir, cookieOf: (agent) => `connect-chat=agent-${agent}.${encodeURIComponent(secret)}` };
}

/** Gives an empty database the agents of a folder. */
export async function staffDatabase(url: string, { dataDir }: StaffedFolder): Promise<void> {
  const agents = JSON.parse(readFileSync(join(dataDir, 'agents.json'), 'utf8')) as Record<
    string,
    { value: unknown; updatedAt: string }
  >;
  const database = new Database({ urls: [url] });
  await migrate(database);
  await database.query({
    name: '',
    text: `INSERT INTO connect_chat.collections (name, revision) VALUES ('agents', 1)`,
  });
  const [ids, documents] = [Object.keys(agents), Object.values(agents)];
  await database.query(
    {
      name: '',
      text: `INSERT INTO connect_chat.documents (collection, id, version, updated_at, value, revision)
        SELECT 'agents', id, 1, updated_at, value, 1
        FROM unnest($1::text[], $2::text[], $3::text[]) AS g (id, updated_at, value)`,
    },
    [ids, documents.map(({ updatedAt }) => updatedAt), documents.map(({ value }) => JSON.stringify(value))],
  );
  await database.close();
}
