import type { Database } from '../database/database.js';
import { statement } from '../database/statement.js';

const contacts = statement('count_contacts', 'SELECT count(*) AS count FROM connect_chat.contacts');
const entries = statement('count_entries', 'SELECT count(*) AS count FROM connect_chat.entries');
const documents = statement(
  'count_documents',
  'SELECT collection, count(*) AS count FROM connect_chat.documents WHERE value IS NOT NULL GROUP BY collection',
);

/** How much a database holds: contacts, their entries, and the documents of each collection. */
export interface StoredCounts {
  contacts: number;
  entries: number;
  documents: Map<string, number>;
}

export async function countStored(database: Database): Promise<StoredCounts> {
  const [[contact], [entry]] = [
    await database.query<{ count: number }>(contacts),
    await database.query<{ count: number }>(entries),
  ];
  const rows = await database.query<{ collection: string; count: number }>(documents);
  return {
    contacts: contact!.count,
    entries: entry!.count,
    documents: new Map(rows.map(({ collection, count }) => [collection, count])),
  };
}
