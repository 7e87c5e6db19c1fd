import { statement } from '../database/statement.js';

/** A document as it is stored: its value is JSON, or null once it was deleted. */
export interface StoredDocument {
  id: string;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  value: string | null;
}

export interface DocumentRow extends StoredDocument {
  revision: number;
}

const columns = `id, version, updated_at AS "updatedAt", updated_by AS "updatedBy", value`;

export const addCollection = statement(
  'add_collection',
  'INSERT INTO connect_chat.collections (name) VALUES ($1) ON CONFLICT DO NOTHING',
);
export const revisions = statement('revisions', 'SELECT name, revision FROM connect_chat.collections');
export const lockCollection = statement(
  'lock_collection',
  'SELECT revision FROM connect_chat.collections WHERE name = $1 FOR NO KEY UPDATE',
);
export const moveCollection = statement(
  'move_collection',
  'UPDATE connect_chat.collections SET revision = $2 WHERE name = $1',
);
export const document = statement(
  'document',
  `SELECT ${columns}, revision FROM connect_chat.documents WHERE collection = $1 AND id = $2`,
);
export const changedDocuments = statement(
  'changed_documents',
  `SELECT ${columns}, revision FROM connect_chat.documents WHERE collection = $1 AND revision > $2 ORDER BY revision`,
);
export const storeDocument = statement(
  'store_document',
  `INSERT INTO connect_chat.documents (collection, id, version, updated_at, updated_by, value, revision)
   VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (collection, id) DO UPDATE SET version = excluded.version, updated_at = excluded.updated_at,
     updated_by = excluded.updated_by, value = excluded.value, revision = excluded.revision`,
);
/** After a document was deleted its versions begin anew: the last one of each counts. */
export const archive = statement(
  'archive_document',
  `INSERT INTO connect_chat.earlier_documents (collection, id, version, updated_at, updated_by, value)
   SELECT collection, id, version, updated_at, updated_by, value FROM connect_chat.documents
   WHERE collection = $1 AND id = $2
   ON CONFLICT (collection, id, version) DO UPDATE SET updated_at = excluded.updated_at,
     updated_by = excluded.updated_by, value = excluded.value`,
);
export const earlier = statement(
  'earlier_documents',
  `SELECT ${columns}, 0 AS revision FROM connect_chat.earlier_documents
   WHERE collection = $1 AND id = $2 AND version < $3 ORDER BY version DESC`,
);

/** The values of a document for {@link storeDocument}. */
export const valuesOf = ({ id, version, updatedAt, updatedBy, value }: StoredDocument): unknown[] => [
  id,
  version,
  updatedAt,
  updatedBy,
  value,
];
