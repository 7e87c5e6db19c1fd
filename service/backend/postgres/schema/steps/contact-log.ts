import type { Migration } from '../migration.js';

/**
 * The truth: entries, and what is derived from them in the same commit. Entries and summaries are JSON as text, because
 * `jsonb` takes no U+0000, which a message may contain. Ids compare by bytes (`C`), as JavaScript compares them.
 */
export const contactLog: Migration = {
  name: 'contact-log',
  sql: `
    CREATE FUNCTION connect_chat.now_ms() RETURNS bigint LANGUAGE sql VOLATILE
      AS $$ SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint $$;

    CREATE TABLE connect_chat.installation (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      epoch text NOT NULL,
      checked_at bigint NOT NULL DEFAULT 0
    );
    INSERT INTO connect_chat.installation (epoch) VALUES (gen_random_uuid()::text);

    CREATE TABLE connect_chat.entries (
      contact_id text COLLATE "C" NOT NULL,
      seq integer NOT NULL CHECK (seq > 0),
      entry text NOT NULL,
      PRIMARY KEY (contact_id, seq)
    );

    CREATE TABLE connect_chat.contacts (
      contact_id text COLLATE "C" PRIMARY KEY,
      summary text NOT NULL,
      is_active boolean NOT NULL,
      is_open boolean NOT NULL,
      started_at bigint NOT NULL,
      widget_id text COLLATE "C" NOT NULL,
      queue_id text COLLATE "C",
      agent_ids text[] NOT NULL,
      serving_ids text[] NOT NULL,
      attributes text[] NOT NULL,
      changed xid8 NOT NULL DEFAULT pg_current_xact_id()
    );
    COMMENT ON COLUMN connect_chat.contacts.is_open IS 'whether the chat goes on: false during after-contact work';
    COMMENT ON COLUMN connect_chat.contacts.serving_ids IS 'agents who serve an active contact, at whom it rings, or who do its after-contact work';
    COMMENT ON COLUMN connect_chat.contacts.attributes IS 'hashes of names and values together';
    COMMENT ON COLUMN connect_chat.contacts.changed IS 'the transaction that stored the summary';
    CREATE INDEX contacts_by_time ON connect_chat.contacts (started_at DESC, contact_id DESC);
    CREATE INDEX contacts_by_widget ON connect_chat.contacts (widget_id, started_at DESC, contact_id DESC);
    CREATE INDEX contacts_by_queue ON connect_chat.contacts (queue_id) WHERE queue_id IS NOT NULL;
    CREATE INDEX contacts_by_agent ON connect_chat.contacts USING gin (agent_ids);
    CREATE INDEX contacts_by_attribute ON connect_chat.contacts USING gin (attributes);
    CREATE INDEX contacts_active ON connect_chat.contacts (contact_id) WHERE is_active;
    CREATE INDEX contacts_serving ON connect_chat.contacts USING gin (serving_ids) WHERE is_active;
    CREATE INDEX contacts_changed ON connect_chat.contacts (changed);

    CREATE TABLE connect_chat.timers (
      id text COLLATE "C" NOT NULL,
      at double precision NOT NULL,
      call_at double precision NOT NULL,
      claimed_by uuid,
      PRIMARY KEY (id, at)
    );
    COMMENT ON COLUMN connect_chat.timers.at IS 'the deadline, by which its contact knows it';
    COMMENT ON COLUMN connect_chat.timers.call_at IS 'when it is called for, by the clock of the database';
    CREATE INDEX timers_due ON connect_chat.timers (call_at);
  `,
};
