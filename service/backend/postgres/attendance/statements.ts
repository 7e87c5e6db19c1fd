import { statement } from '../database/statement.js';
import { fence } from '../processes/fence.js';

/** What becomes of a row: `a` is it before, `excluded` what this process says. */
const counts = `((a.counts - $1::text) || excluded.counts)`;
const isConnected = `${counts} <> '{}'`;
const isExpected = `coalesce(excluded.is_expected, a.is_expected)`;

/**
 * $2 kind, $3 ids, $4 how many connections of each this process has, $5 whether each is expected (null: as before), $6
 * the grace period. An absence that somebody is being told of is left to them, unless there is a connection.
 */
export const attend = statement(
  'attend',
  `WITH ${fence},
   given AS (
     SELECT id, expects, CASE WHEN own > 0 THEN jsonb_build_object($1::text, own) ELSE '{}' END AS counts
     FROM unnest($3::text[], $4::integer[], $5::boolean[]) AS g (id, own, expects)
   ),
   stored AS (
     INSERT INTO connect_chat.attendance AS a (kind, id, counts, is_expected, absent_since, call_at, changed_at)
     SELECT $2, id, counts, expects,
       CASE WHEN expects AND counts = '{}' THEN connect_chat.now_ms() END,
       CASE WHEN expects AND counts = '{}' THEN connect_chat.now_ms() + $6::bigint END,
       connect_chat.now_ms()
     FROM given, fence ORDER BY id
     ON CONFLICT (kind, id) DO UPDATE SET
       counts = ${counts},
       is_expected = ${isExpected},
       absent_since = CASE WHEN ${isConnected} THEN NULL
         WHEN a.claimed_by IS NOT NULL THEN a.absent_since
         WHEN ${isExpected} THEN coalesce(a.absent_since, connect_chat.now_ms()) END,
       call_at = CASE WHEN ${isConnected} THEN NULL
         WHEN a.claimed_by IS NOT NULL THEN a.call_at
         WHEN ${isExpected} THEN coalesce(a.call_at, connect_chat.now_ms() + $6::bigint) END,
       claimed_by = CASE WHEN ${isConnected} THEN NULL ELSE a.claimed_by END,
       failed_by = CASE WHEN ${isConnected} THEN NULL ELSE a.failed_by END,
       changed = pg_current_xact_id(), changed_at = connect_chat.now_ms()
   )
   SELECT EXISTS (SELECT FROM fence) AS held`,
);

/** Rows of kind $1 that changed since mark $2 (null: all), and the next mark. */
export const changedRows = statement(
  'attendance_changed',
  `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark, id, counts,
     coalesce(is_expected, false) AS "isExpected", absent_since AS "absentSince"
   FROM (SELECT 1) AS one LEFT JOIN connect_chat.attendance ON kind = $1
     AND ($2::text IS NULL OR changed >= $2::text::xid8)`,
);

/**
 * Claims absences of kind $2 that are long enough, until $3 milliseconds from now. A process that failed with one leaves
 * it to others for $4 milliseconds.
 */
export const claimAbsences = statement(
  'claim_absences',
  `WITH ${fence},
   due AS (
     SELECT id FROM connect_chat.attendance, fence
     WHERE kind = $2 AND call_at <= connect_chat.now_ms()
       AND (failed_by IS DISTINCT FROM $1::uuid OR call_at <= connect_chat.now_ms() - $4::bigint)
     ORDER BY call_at LIMIT 200 FOR UPDATE OF attendance SKIP LOCKED
   )
   UPDATE connect_chat.attendance AS a SET
     claimed_by = $1::uuid, is_expected = false, call_at = connect_chat.now_ms() + $3::bigint,
     changed = pg_current_xact_id(), changed_at = connect_chat.now_ms()
   FROM due WHERE a.kind = $2 AND a.id = due.id
   RETURNING a.id, connect_chat.now_ms() - a.absent_since AS age`,
);

/** The call for $3 of kind $2 is done. Who was expected anew meanwhile has the whole grace period $4. */
export const endAbsence = statement(
  'end_absence',
  `UPDATE connect_chat.attendance SET
     claimed_by = NULL, failed_by = NULL,
     absent_since = CASE WHEN is_expected THEN connect_chat.now_ms() END,
     call_at = CASE WHEN is_expected THEN connect_chat.now_ms() + $4::bigint END,
     changed = pg_current_xact_id(), changed_at = connect_chat.now_ms()
   WHERE kind = $2 AND id = $3 AND claimed_by = $1::uuid`,
);

/** The call for $3 of kind $2 failed: it comes again, to another process if there is one. */
export const failAbsence = statement(
  'fail_absence',
  `UPDATE connect_chat.attendance SET
     claimed_by = NULL, failed_by = $1::uuid, is_expected = true, call_at = connect_chat.now_ms() + $4::bigint,
     changed = pg_current_xact_id(), changed_at = connect_chat.now_ms()
   WHERE kind = $2 AND id = $3 AND claimed_by = $1::uuid`,
);

/** Removes rows about nobody, once every process has seen them. */
export const dropEmptyRows = statement(
  'attendance_drop',
  `DELETE FROM connect_chat.attendance
   WHERE counts = '{}' AND is_expected IS NOT TRUE AND claimed_by IS NULL AND changed_at < connect_chat.now_ms() - $1::bigint`,
);
