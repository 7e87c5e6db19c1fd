import { graces } from '../attendance/graces.js';
import type { Run } from '../database/database.js';
import { statement } from '../database/statement.js';

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
 * Gives what these processes had to others, in the transaction that removes their rows: connections are closed, calls come
 * again. Claims and reservations go with their process's row.
 */
export async function handOver(run: Run, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(closeConnections, [ids, graces.agent, graces.customer]);
  await run(freeAbsences, [ids]);
  await run(freeTimers, [ids]);
}
