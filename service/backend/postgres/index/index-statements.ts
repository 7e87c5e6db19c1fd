import { statement } from '../database/statement.js';

/** The position, and the mark of a walk that begins or goes on now. */
export const position = statement(
  'index_position',
  `SELECT version, mark::text AS mark, walk_started_at AS "walkStartedAt", walk_contact_id AS "walkContactId",
     is_complete AS "isComplete", mark > pg_snapshot_xmax(pg_current_snapshot()) AS "isForeign"
   FROM connect_chat.contact_index_position`,
);

const lastSeq = (contact: string): string =>
  `(SELECT seq FROM connect_chat.entries AS e WHERE e.contact_id = ${contact} ORDER BY seq DESC LIMIT 1)`;

const changedSince = (which: string): string =>
  `SELECT one.mark, found.* FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark) AS one LEFT JOIN (
     SELECT c.contact_id AS "contactId", coalesce(i.last_seq, 0) AS after
     FROM connect_chat.contacts AS c LEFT JOIN connect_chat.contact_index AS i USING (contact_id)
     WHERE ${which} AND i.last_seq IS DISTINCT FROM ${lastSeq('c.contact_id')}
     LIMIT $2
   ) AS found ON true`;

/**
 * At most $2 contacts that changed since mark $1, and the mark for the next time. A contact is in the index if the index has
 * the last number of its log: every change of a summary comes with an entry.
 */
export const changed = statement('index_changed', changedSince('c.changed >= $1::text::xid8'));
/** The same with active contacts to which only messages were added. */
export const changedOrActive = statement(
  'index_changed_or_active',
  changedSince('(c.changed >= $1::text::xid8 OR c.is_active)'),
);
/** At most $3 contacts that started before contact $2, at time $1; newest first. */
export const walk = statement(
  'index_walk',
  `SELECT c.contact_id AS "contactId", c.started_at AS "startedAt", coalesce(i.last_seq, 0) AS after
   FROM connect_chat.contacts AS c LEFT JOIN connect_chat.contact_index AS i USING (contact_id)
   WHERE (c.started_at, c.contact_id) < ($1::bigint, $2::text COLLATE "C")
   ORDER BY c.started_at DESC, c.contact_id DESC LIMIT $3`,
);
export const known = statement(
  'index_known',
  `SELECT contact_id AS "contactId", tsvector_to_array(words) AS words, queue_ids AS "queueIds"
   FROM connect_chat.contact_index WHERE contact_id = ANY ($1::text[])`,
);

/** Moves the position, unless another process was faster. */
export const move = statement(
  'index_move',
  `UPDATE connect_chat.contact_index_position SET version = version + 1, mark = $2::text::xid8,
     walk_started_at = $3::bigint, walk_contact_id = $4::text, is_complete = $5::boolean
   WHERE version = $1::bigint RETURNING version`,
);
const list = (column: string): string => `ARRAY(SELECT json_array_elements_text(${column}::json))`;
/** A contact that is being erased is left out: the lock waits for the erasure. */
export const put = statement(
  'index_put',
  `INSERT INTO connect_chat.contact_index AS i (contact_id, started_at, last_seq, words, facts, queue_ids)
   SELECT contact_id, g.started_at, last_seq, array_to_tsvector(${list('words')}), ${list('facts')}, ${list('queue_ids')}
   FROM unnest($1::text[], $2::bigint[], $3::integer[], $4::text[], $5::text[], $6::text[])
     AS g (contact_id, started_at, last_seq, words, facts, queue_ids)
   WHERE contact_id IN (SELECT contact_id FROM connect_chat.contacts WHERE contact_id = ANY ($1::text[]) FOR KEY SHARE)
   ON CONFLICT (contact_id) DO UPDATE SET started_at = excluded.started_at, last_seq = excluded.last_seq,
     words = excluded.words, facts = excluded.facts, queue_ids = excluded.queue_ids`,
);
export const remove = statement(
  'index_remove',
  'DELETE FROM connect_chat.contact_index WHERE contact_id = ANY ($1::text[])',
);
export const status = statement(
  'index_status',
  `SELECT is_complete AS "isComplete", (SELECT count(*) FROM connect_chat.contact_index) AS contacts
   FROM connect_chat.contact_index_position`,
);
export const drop = [
  statement('index_truncate', 'TRUNCATE connect_chat.contact_index'),
  statement(
    'index_begin',
    `UPDATE connect_chat.contact_index_position SET version = version + 1,
       mark = pg_snapshot_xmin(pg_current_snapshot()), walk_started_at = NULL, walk_contact_id = NULL, is_complete = false`,
  ),
];
