import { statement } from '../database/statement.js';
import { fence } from '../processes/fence.js';

/** A list in a column of JSON text. */
const list = (column: string): string => `ARRAY(SELECT json_array_elements_text(${column}::json))`;

/**
 * All appends of a moment, at most one a contact: $2 contacts, $3 the number each expects, $4 its first entry; $5 to $7
 * further entries; $8 to $17 summaries; $18 to $20 the deadlines of these summaries.
 *
 * The first entry of an append decides: it conflicts where somebody else has that number, and nothing more of the append is
 * stored then. Rows are in the order of contacts, so that two processes never wait for each other.
 */
export const append = statement(
  'append',
  `WITH ${fence},
   given AS MATERIALIZED (
     SELECT contact_id, expected, entry
     FROM unnest($2::text[], $3::integer[], $4::text[]) AS g (contact_id, expected, entry), fence
     WHERE expected = 0
       OR EXISTS (SELECT FROM connect_chat.entries AS e WHERE e.contact_id = g.contact_id AND e.seq = g.expected)
   ),
   first AS (
     INSERT INTO connect_chat.entries (contact_id, seq, entry)
     SELECT contact_id, expected + 1, entry FROM given
     ON CONFLICT DO NOTHING RETURNING contact_id
   ),
   rest AS (
     INSERT INTO connect_chat.entries (contact_id, seq, entry)
     SELECT contact_id, seq, entry
     FROM unnest($5::text[], $6::integer[], $7::text[]) AS g (contact_id, seq, entry) JOIN first USING (contact_id)
   ),
   summaries AS (
     INSERT INTO connect_chat.contacts AS c
       (contact_id, summary, is_active, started_at, widget_id, queue_id, agent_ids, serving_ids, attributes, is_open)
     SELECT contact_id, summary, is_active, started_at, widget_id, queue_id,
       ${list('agent_ids')}, ${list('serving_ids')}, ${list('attributes')}, is_open
     FROM unnest($8::text[], $9::text[], $10::boolean[], $11::bigint[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::boolean[])
       AS g (contact_id, summary, is_active, started_at, widget_id, queue_id, agent_ids, serving_ids, attributes, is_open)
       JOIN first USING (contact_id)
     ON CONFLICT (contact_id) DO UPDATE SET
       summary = excluded.summary, is_active = excluded.is_active, started_at = excluded.started_at,
       widget_id = excluded.widget_id, queue_id = excluded.queue_id, agent_ids = excluded.agent_ids,
       serving_ids = excluded.serving_ids, attributes = excluded.attributes, is_open = excluded.is_open, changed = pg_current_xact_id()
     RETURNING contact_id
   ),
   deadlines AS MATERIALIZED (
     SELECT contact_id, at, left_ms
     FROM unnest($18::text[], $19::double precision[], $20::double precision[]) AS g (contact_id, at, left_ms)
   ),
   past AS (
     DELETE FROM connect_chat.timers AS t USING summaries WHERE t.id = summaries.contact_id
       AND NOT EXISTS (SELECT FROM deadlines AS d WHERE d.contact_id = t.id AND d.at = t.at)
   ),
   coming AS (
     INSERT INTO connect_chat.timers AS t (id, at, call_at)
     SELECT DISTINCT ON (contact_id, at) contact_id, at, connect_chat.now_ms() + left_ms
     FROM deadlines JOIN summaries USING (contact_id)
     ON CONFLICT (id, at) DO UPDATE SET claimed_by = NULL WHERE t.claimed_by IS NOT NULL
   )
   SELECT EXISTS (SELECT FROM fence) AS held, ARRAY(SELECT contact_id FROM first) AS stored`,
);

/** The number each of $1 contacts ends with, in their order. */
export const lastNumbers = statement(
  'last_numbers',
  `SELECT coalesce((
     SELECT seq FROM connect_chat.entries AS e WHERE e.contact_id = g.contact_id ORDER BY seq DESC LIMIT 1
   ), 0) AS seq
   FROM unnest($1::text[]) WITH ORDINALITY AS g (contact_id, place) ORDER BY place`,
);

/**
 * The entries of $1 contacts with these numbers $2, in no order. What is found survives the loss of the primary: after a
 * crash the primary shows entries that its synchronous standby does not have yet. The message in the write-ahead log makes the
 * commit of this statement wait for the standby, which then has everything before it.
 */
export const entriesAt = statement(
  'entries_at',
  `WITH synced AS MATERIALIZED (SELECT pg_logical_emit_message(true, 'connect_chat', '') AS position)
   SELECT contact_id AS "contactId", entry FROM synced, connect_chat.entries
   JOIN unnest($1::text[], $2::integer[]) AS g (contact_id, seq) USING (contact_id, seq)
   WHERE synced.position IS NOT NULL`,
);
