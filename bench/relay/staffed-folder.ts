import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashSecret } from '../../service/auth/secret-hash.js';

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
