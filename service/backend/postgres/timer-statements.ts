import { statement } from './database/statement.js';
import { fence } from './processes/fence.js';

/**
 * The deadlines of $1 ids: $2 of whom, $3 at, $4 milliseconds left. Those of stored contacts are replaced by appends alone,
 * which are in order: here they are only added to.
 */
export const setTimers = statement(
  'set_timers',
  `WITH given AS (
     SELECT id, at, left_ms FROM unnest($2::text[], $3::double precision[], $4::double precision[]) AS g (id, at, left_ms)
   ),
   gone AS (
     DELETE FROM connect_chat.timers AS t WHERE t.id = ANY ($1::text[])
       AND NOT EXISTS (SELECT FROM given WHERE given.id = t.id AND given.at = t.at)
       AND NOT EXISTS (SELECT FROM connect_chat.contacts WHERE contact_id = t.id)
   )
   INSERT INTO connect_chat.timers AS t (id, at, call_at)
   SELECT DISTINCT ON (id, at) id, at, connect_chat.now_ms() + left_ms FROM given ORDER BY id, at
   ON CONFLICT (id, at) DO UPDATE SET claimed_by = NULL WHERE t.claimed_by IS NOT NULL`,
);

/** Claims what has come, until $2 milliseconds from now. */
export const claimDue = statement(
  'claim_due',
  `WITH ${fence},
   due AS (
     SELECT id, at FROM connect_chat.timers, fence WHERE call_at <= connect_chat.now_ms()
     ORDER BY call_at LIMIT 500 FOR UPDATE OF timers SKIP LOCKED
   )
   UPDATE connect_chat.timers AS t SET claimed_by = $1::uuid, call_at = connect_chat.now_ms() + $2::bigint
   FROM due WHERE t.id = due.id AND t.at = due.at
   RETURNING t.id, t.at`,
);
export const endCall = statement(
  'end_call',
  `DELETE FROM connect_chat.timers WHERE id = $2 AND at = ANY ($3::double precision[]) AND claimed_by = $1::uuid`,
);
export const failCall = statement(
  'fail_call',
  `UPDATE connect_chat.timers SET claimed_by = NULL, call_at = connect_chat.now_ms() + $4::bigint
   WHERE id = $2 AND at = ANY ($3::double precision[]) AND claimed_by = $1::uuid`,
);
