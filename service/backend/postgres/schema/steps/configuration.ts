import type { Migration } from '../migration.js';

/** Configuration documents. A deleted one stays as a row without a value, so that other processes learn of it. */
export const configuration: Migration = {
  name: 'configuration',
  sql: `
    CREATE TABLE connect_chat.collections (
      name text PRIMARY KEY,
      revision bigint NOT NULL DEFAULT 0
    );
    COMMENT ON COLUMN connect_chat.collections.revision IS 'rises by one at each change of a document';

    CREATE TABLE connect_chat.documents (
      collection text NOT NULL REFERENCES connect_chat.collections,
      id text COLLATE "C" NOT NULL,
      version integer NOT NULL,
      updated_at text NOT NULL,
      updated_by text,
      value text,
      revision bigint NOT NULL,
      PRIMARY KEY (collection, id)
    );
    CREATE INDEX documents_by_revision ON connect_chat.documents (collection, revision);

    CREATE TABLE connect_chat.earlier_documents (
      collection text NOT NULL REFERENCES connect_chat.collections,
      id text COLLATE "C" NOT NULL,
      version integer NOT NULL,
      updated_at text NOT NULL,
      updated_by text,
      value text NOT NULL,
      PRIMARY KEY (collection, id, version)
    );
  `,
};
