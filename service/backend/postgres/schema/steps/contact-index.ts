import type { Migration } from '../migration.js';

/**
 * The contact index. Rows go with their contacts, also where a process of an older release erases them. The position says
 * how far the index has followed the log; its version decides which of several processes stores the next step.
 */
export const contactIndex: Migration = {
  name: 'contact-index',
  sql: `
    CREATE TABLE connect_chat.contact_index (
      contact_id text COLLATE "C" PRIMARY KEY REFERENCES connect_chat.contacts ON DELETE CASCADE,
      started_at bigint NOT NULL,
      last_seq integer NOT NULL,
      words tsvector NOT NULL,
      facts text[] NOT NULL,
      queue_ids text[] NOT NULL
    );
    COMMENT ON COLUMN connect_chat.contact_index.facts IS 'hashes of what contacts are filtered by';
    CREATE INDEX contact_index_by_time ON connect_chat.contact_index (started_at DESC, contact_id DESC);
    CREATE INDEX contact_index_by_words ON connect_chat.contact_index USING gin (words) WITH (gin_pending_list_limit = 256);
    CREATE INDEX contact_index_by_facts ON connect_chat.contact_index USING gin (facts) WITH (gin_pending_list_limit = 256);

    CREATE TABLE connect_chat.contact_index_position (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      version bigint NOT NULL DEFAULT 0,
      mark xid8 NOT NULL DEFAULT '0',
      walk_started_at bigint,
      walk_contact_id text COLLATE "C",
      is_complete boolean NOT NULL DEFAULT false
    );
    COMMENT ON COLUMN connect_chat.contact_index_position.mark IS 'what earlier transactions stored is in the index';
    COMMENT ON COLUMN connect_chat.contact_index_position.walk_started_at IS 'where the walk through all contacts has arrived';
    INSERT INTO connect_chat.contact_index_position (mark) VALUES (pg_snapshot_xmin(pg_current_snapshot()));
  `,
};
