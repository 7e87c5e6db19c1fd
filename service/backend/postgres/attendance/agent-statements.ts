import { statement } from '../database/statement.js';
import { fence } from '../processes/fence.js';

/**
 * $2 ids, $3 profiles, $4 the status of each who is not known yet. Who is known keeps the status.
 */
export const storeAgents = statement(
  'store_agents',
  `WITH ${fence}
   INSERT INTO connect_chat.agents AS a (agent_id, profile, status, idle_since, status_since, changed_at)
   SELECT id, profile, status, idle_since, idle_since, connect_chat.now_ms()
   FROM unnest($2::text[], $3::text[], $4::text[], $5::double precision[]) AS g (id, profile, status, idle_since), fence
   ORDER BY id
   ON CONFLICT (agent_id) DO UPDATE SET
     profile = excluded.profile,
     status = coalesce(a.status, excluded.status),
     idle_since = CASE WHEN a.status IS NULL THEN excluded.idle_since ELSE a.idle_since END,
     status_since = CASE WHEN a.status IS NULL THEN excluded.idle_since ELSE a.status_since END,
     changed = pg_current_xact_id(), changed_at = connect_chat.now_ms()`,
);

/** $1 ids, $2 statuses (null: as before), $3 since when idle. */
export const changeAgents = statement(
  'change_agents',
  `UPDATE connect_chat.agents AS a SET
     status = coalesce(g.status, a.status), idle_since = greatest(g.idle_since, a.idle_since),
     status_since = CASE WHEN g.status IS DISTINCT FROM a.status AND g.status IS NOT NULL THEN g.idle_since ELSE a.status_since END,
     changed = pg_current_xact_id(), changed_at = connect_chat.now_ms()
   FROM unnest($1::text[], $2::text[], $3::double precision[]) AS g (id, status, idle_since)
   WHERE a.agent_id = g.id AND a.status IS NOT NULL`,
);

export const forgetAgent = statement(
  'forget_agent',
  `UPDATE connect_chat.agents SET
     status = NULL, changed = pg_current_xact_id(), changed_at = connect_chat.now_ms() WHERE agent_id = $1`,
);

/** Agents who changed since mark $1 (null: all), and the next mark. */
export const changedAgents = statement(
  'agents_changed',
  `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark, agent_id AS "agentId", profile, status,
     idle_since AS "idleSince", coalesce(status_since, idle_since) AS "statusSince"
   FROM (SELECT 1) AS one LEFT JOIN connect_chat.agents ON $1::text IS NULL OR changed >= $1::text::xid8`,
);
export const dropForgotten = statement(
  'agents_drop',
  `DELETE FROM connect_chat.agents WHERE status IS NULL AND changed_at < connect_chat.now_ms() - $1::bigint`,
);
