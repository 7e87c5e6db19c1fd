import type { Migration } from '../migration.js';

/** What counts attempts and uses. Keys are hashes. Unlogged: a restart of the server forgets them. */
export const limits: Migration = {
  name: 'limits',
  sql: `
    CREATE UNLOGGED TABLE connect_chat.allowances (
      name text NOT NULL,
      key text NOT NULL,
      whole_at double precision NOT NULL,
      PRIMARY KEY (name, key)
    );
    CREATE INDEX allowances_by_time ON connect_chat.allowances (whole_at);

    CREATE UNLOGGED TABLE connect_chat.failures (
      kind text NOT NULL,
      key text NOT NULL,
      count integer NOT NULL,
      since bigint NOT NULL,
      until bigint NOT NULL,
      used_at bigint NOT NULL,
      PRIMARY KEY (kind, key)
    );
    CREATE INDEX failures_by_use ON connect_chat.failures (kind, used_at);
  `,
};
