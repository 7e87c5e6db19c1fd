import type { Migration } from '../migration.js';

/** What an installation is being moved from, and what was moved and is not served yet. */
export const moves: Migration = {
  name: 'moves',
  sql: `
    CREATE TABLE connect_chat.moves (
      only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
      source text NOT NULL,
      is_done boolean NOT NULL DEFAULT false
    );
    COMMENT ON COLUMN connect_chat.moves.source IS 'what tells the installation apart from others';
  `,
};
