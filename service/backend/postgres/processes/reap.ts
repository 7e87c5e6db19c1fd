import type { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { handOver } from './hand-over.js';
import { leaseLasts } from './lease.js';

const late = statement(
  'late_leases',
  'SELECT 1 AS late FROM connect_chat.processes WHERE renewed_at < connect_chat.now_ms() - $1 LIMIT 1',
);
const endLeases = statement(
  'end_leases',
  `DELETE FROM connect_chat.processes WHERE process_id IN (
     SELECT process_id FROM connect_chat.processes WHERE renewed_at < connect_chat.now_ms() - $1 FOR UPDATE SKIP LOCKED
   ) RETURNING process_id AS id`,
);
/** Ends the leases of processes that are dead, paused or cut off, and gives what they had to others. */
export async function reap(database: Database): Promise<void> {
  if ((await database.query(late, [leaseLasts])).length === 0) return;
  await database.transaction(async (run) => {
    const ids = (await run<{ id: string }>(endLeases, [leaseLasts])).map(({ id }) => id);
    await handOver(run, ids);
  });
}
