import type { Migration } from '../migration.js';

/**
 * Which processes run, and what belongs to them. Unlogged: nothing of it has to survive the server, whose end every
 * process notices by its missing row, and writing it costs no sync.
 */
export const processes: Migration = {
  name: 'processes',
  sql: `
    CREATE UNLOGGED TABLE connect_chat.processes (
      process_id uuid PRIMARY KEY,
      renewed_at bigint NOT NULL
    );

    CREATE UNLOGGED TABLE connect_chat.attendance (
      kind text NOT NULL,
      id text COLLATE "C" NOT NULL,
      counts jsonb NOT NULL DEFAULT '{}',
      is_expected boolean,
      absent_since bigint,
      call_at bigint,
      claimed_by uuid,
      failed_by uuid,
      changed xid8 NOT NULL DEFAULT pg_current_xact_id(),
      changed_at bigint NOT NULL,
      PRIMARY KEY (kind, id)
    );
    COMMENT ON COLUMN connect_chat.attendance.counts IS 'open connections by process';
    COMMENT ON COLUMN connect_chat.attendance.call_at IS 'when somebody who is expected is gone';
    CREATE INDEX attendance_due ON connect_chat.attendance (kind, call_at) WHERE call_at IS NOT NULL;
    CREATE INDEX attendance_changed ON connect_chat.attendance (changed);
    CREATE INDEX attendance_left ON connect_chat.attendance (changed_at) WHERE counts = '{}';

    CREATE UNLOGGED TABLE connect_chat.agents (
      agent_id text COLLATE "C" PRIMARY KEY,
      profile text NOT NULL,
      status text,
      idle_since double precision NOT NULL,
      changed xid8 NOT NULL DEFAULT pg_current_xact_id(),
      changed_at bigint NOT NULL
    );
    COMMENT ON COLUMN connect_chat.agents.status IS 'null once the agent is gone';

    CREATE UNLOGGED TABLE connect_chat.reservations (
      contact_id text COLLATE "C" PRIMARY KEY,
      agent_id text COLLATE "C" NOT NULL,
      reservation_id uuid NOT NULL,
      process_id uuid NOT NULL REFERENCES connect_chat.processes ON DELETE CASCADE
    );
    CREATE INDEX reservations_by_agent ON connect_chat.reservations (agent_id);
    CREATE INDEX reservations_by_process ON connect_chat.reservations (process_id);

    CREATE UNLOGGED TABLE connect_chat.claims (
      claim_id uuid PRIMARY KEY,
      name text COLLATE "C" NOT NULL,
      process_id uuid NOT NULL REFERENCES connect_chat.processes ON DELETE CASCADE
    );
    CREATE INDEX claims_by_name ON connect_chat.claims (name);
    CREATE INDEX claims_by_process ON connect_chat.claims (process_id);
  `,
};
