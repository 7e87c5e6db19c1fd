import { statement } from '../database/statement.js';

export const read = statement(
  'read_entries',
  'SELECT seq, entry FROM connect_chat.entries WHERE contact_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
);
export const summary = statement(
  'read_summary',
  'SELECT summary FROM connect_chat.contacts WHERE contact_id = $1',
);
/** In the order of $1. */
export const summariesOf = statement(
  'read_summaries',
  `SELECT contact_id AS "contactId", summary
   FROM unnest($1::text[]) WITH ORDINALITY AS g (contact_id, place) JOIN connect_chat.contacts USING (contact_id)
   ORDER BY place`,
);
export const active = statement('active', 'SELECT summary FROM connect_chat.contacts WHERE is_active');

/**
 * The lock first: an append that is under way has read what is erased here, and would store an entry behind it. Appends
 * wait for a few milliseconds; reads do not.
 */
export const eraseLock = statement(
  'erase_lock',
  'LOCK TABLE connect_chat.entries IN SHARE ROW EXCLUSIVE MODE',
);
export const erase = [
  statement('erase_entries', 'DELETE FROM connect_chat.entries WHERE contact_id = $1'),
  statement('erase_summary', 'DELETE FROM connect_chat.contacts WHERE contact_id = $1'),
  statement('erase_timers', 'DELETE FROM connect_chat.timers WHERE id = $1'),
];

/** A commit like that of an append. */
export const check = statement(
  'check',
  'UPDATE connect_chat.installation SET checked_at = connect_chat.now_ms()',
);

const summaries = (which: string): string =>
  `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark, c.summary, (
     SELECT seq FROM connect_chat.entries AS e WHERE e.contact_id = c.contact_id ORDER BY seq DESC LIMIT 1
   ) AS "lastSeq"
   FROM (SELECT 1) AS one LEFT JOIN connect_chat.contacts AS c ON ${which}`;

/** Active contacts, the ends of their logs, and a mark for the next time. */
export const activeSummaries = statement('active_summaries', summaries('c.is_active'));
/** Contacts whose summary was stored since mark $1. What a cluster of before has stored, in a dump, is not among them. */
export const changedSummaries = statement(
  'changed_summaries',
  summaries('c.changed >= $1::text::xid8 AND c.changed < pg_snapshot_xmax(pg_current_snapshot())'),
);
