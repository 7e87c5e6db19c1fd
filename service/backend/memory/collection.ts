import type { Static, TSchema } from 'typebox';
import type { Collection, Versioned } from '../configuration.js';
import { createDocumentCheck } from './document-check.js';
import { createDocuments } from './documents.js';

export interface MemoryCollectionOptions<Schema extends TSchema> {
  /** The schema of each document's value. */
  schema: Schema;
  keepsEarlier?: boolean;
}

/** A collection in memory: for tests, and if nothing has to survive. */
export function createMemoryCollection<Schema extends TSchema>({
  schema,
  keepsEarlier = false,
}: MemoryCollectionOptions<Schema>): Collection<Static<Schema>> {
  type Document = Versioned<Static<Schema>>;
  const archive = new Map<string, Document[]>();
  return createDocuments<Static<Schema>>({
    initial: new Map<string, Document>(),
    check: createDocumentCheck(schema),
    keeper: {
      save: () => Promise.resolve(),
      ...(keepsEarlier && {
        archive: async (document) =>
          void archive.set(document.id, [...(archive.get(document.id) ?? []), document]),
        readArchive: async (id) => archive.get(id) ?? [],
      }),
    },
  });
}
