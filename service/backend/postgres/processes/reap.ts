import type { Database } from '../database/database.js';
import { statement } from '../database/statement.js';
import { graces } from '../attendance/graces.js';
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
const closeConnections = statement(
  'close_connections',
  `UPDATE connect_chat.attendance SET
     counts = counts - $1::text[],
     absent_since = CASE WHEN counts - $1::text[] = '{}' AND is_expected THEN connect_chat.now_ms() END,
     call_at = CASE WHEN counts - $1::text[] = '{}' AND is_expected
       THEN connect_chat.now_ms() + CASE kind WHEN 'agent' THEN $2::bigint ELSE $3::bigint END END,
     changed = pg_current_xact_id(), changed_at = connect_chat.now_ms()
   WHERE counts ?| $1::text[]`,
);
const freeAbsences = statement(
  'free_absences',
  `UPDATE connect_chat.attendance SET claimed_by = NULL, call_at = connect_chat.now_ms()
   WHERE claimed_by = ANY ($1::uuid[])`,
);
const freeTimers = statement(
  'free_timers',
  `UPDATE connect_chat.timers SET claimed_by = NULL, call_at = connect_chat.now_ms()
   WHERE claimed_by = ANY ($1::uuid[])`,
);

/**
 * Ends the leases of processes that are dead, paused or cut off, and gives what they had to others: connections are
 * closed, calls come again. Claims and reservations go with their process's row.
 */
export async function reap(database: Database): Promise<void> {
  if ((await database.query(late, [leaseLasts])).length === 0) return;
  await database.transaction(async (run) => {
    const ids = (await run<{ id: string }>(endLeases, [leaseLasts])).map(({ id }) => id);
    if (ids.length === 0) return;
    await run(closeConnections, [ids, graces.agent, graces.customer]);
    await run(freeAbsences, [ids]);
    await run(freeTimers, [ids]);
  });
}
