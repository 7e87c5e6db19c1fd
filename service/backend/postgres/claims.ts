import { randomUUID } from 'node:crypto';
import type { Claim, Claims } from '../claims.js';
import { ServiceError } from '../../errors.js';
import type { Database } from './database/database.js';
import { statement } from './database/statement.js';
import type { ProcessLease } from './processes/lease.js';
import { Releases } from './processes/releases.js';

const take = statement('take_claim', 'SELECT connect_chat.take_claim($1, $2, $3, $4) AS count');
const count = statement('count_claims', 'SELECT count(*) AS count FROM connect_chat.claims WHERE name = $1');
const release = statement(
  'release_claims',
  'DELETE FROM connect_chat.claims WHERE claim_id = ANY ($1::uuid[])',
);
const keep = statement(
  'keep_claims',
  `INSERT INTO connect_chat.claims (claim_id, name, process_id)
   SELECT id, name, $1::uuid FROM unnest($2::uuid[], $3::text[]) AS g (id, name) ON CONFLICT DO NOTHING`,
);

/** Claims in a table: they go with their process's lease. */
export function createClaims({
  database,
  lease,
}: {
  database: Database;
  lease: ProcessLease;
}): Claims & { beat(): Promise<void> } {
  const releases = new Releases(database, release);
  const held = new Map<string, string>();
  let isLost = false;
  lease.onLoss({ lost: () => void (isLost = true), isUnsettled: () => false });

  function claimOf(id: string, name: string, taken: number): Claim {
    held.set(id, name);
    return {
      count: taken,
      release() {
        if (held.delete(id)) releases.add(id);
      },
    };
  }

  return {
    async take(name, atMost) {
      if (!lease.isHeld) throw new ServiceError('TEMPORARILY_UNAVAILABLE');
      await releases.done();
      const id = randomUUID();
      try {
        const [row] = await database.query<{ count: number | null }>(take, [lease.id, id, name, atMost]);
        return row!.count === null ? null : claimOf(id, name, row!.count);
      } catch (error) {
        // It may have been taken all the same.
        releases.add(id);
        throw error;
      }
    },
    async count(name) {
      await releases.done();
      const [row] = await database.query<{ count: number }>(count, [name]);
      return row!.count;
    },
    async beat() {
      await releases.retry();
      if (!isLost) return;
      // What is under way goes on: it counts again, beside what others have taken meanwhile.
      await database.query(keep, [lease.id, [...held.keys()], [...held.values()]]);
      isLost = false;
    },
  };
}
