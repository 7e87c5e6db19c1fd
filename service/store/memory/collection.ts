import type { Collection, Versioned } from '../configuration.js';
import { createDocuments } from '../documents.js';

/** The in-memory twin of a file collection: for tests. */
export function createMemoryCollection<T>({ keepsEarlier = false } = {}): Collection<T> {
  const archive = new Map<string, Versioned<T>[]>();
  return createDocuments<T>(new Map<string, Versioned<T>>(), {
    save: () => Promise.resolve(),
    ...(keepsEarlier && {
      archive: async (document) =>
        void archive.set(document.id, [...(archive.get(document.id) ?? []), document]),
      readArchive: async (id) => archive.get(id) ?? [],
    }),
  });
}
