import type { Versioned } from '../../configuration.js';
import * as statements from '../configuration/statements.js';
import type { Database } from '../database/database.js';
import { statement } from '../database/statement.js';

/** A document with its earlier versions. */
export interface DocumentHistory {
  document: Versioned<unknown>;
  earlier: readonly Versioned<unknown>[];
}

const storeEarlier = statement(
  'import_earlier_document',
  `INSERT INTO connect_chat.earlier_documents (collection, id, version, updated_at, updated_by, value)
   VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
);

/** Stores the documents of a collection as they are, versions included, in place of those that have the same ids. */
export function importDocuments(
  database: Database,
  name: string,
  histories: readonly DocumentHistory[],
): Promise<void> {
  return database.transaction(async (run) => {
    await run(statements.addCollection, [name]);
    const [collection] = await run<{ revision: number }>(statements.lockCollection, [name]);
    const revision = collection!.revision + 1;
    for (const { document, earlier } of histories) {
      await run(statements.storeDocument, [name, ...statements.valuesOf(stored(document)), revision]);
      for (const each of earlier) await run(storeEarlier, [name, ...statements.valuesOf(stored(each))]);
    }
    await run(statements.moveCollection, [name, revision]);
  });
}

const stored = ({ value, ...facts }: Versioned<unknown>): statements.StoredDocument => ({
  ...facts,
  value: JSON.stringify(value),
});
