import type { Collection, Versioned } from '../configuration.js';
import { createDocuments } from '../documents.js';

/** The in-memory twin of a file collection: for tests. */
export function createMemoryCollection<T>(): Collection<T> {
  return createDocuments<T>(new Map<string, Versioned<T>>(), () => Promise.resolve());
}
