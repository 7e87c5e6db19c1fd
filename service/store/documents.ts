import type { Collection, Versioned } from './configuration.js';

export type Documents<T> = Map<string, Versioned<T>>;

/**
 * A collection over documents in memory. `save` makes them durable as they should be after a change; where it fails
 * the change has not happened. Changes come one after the other, reads see what is durable.
 */
export function createDocuments<T>(
  initial: Documents<T>,
  save: (documents: Documents<T>) => Promise<void>,
): Collection<T> {
  let documents = initial;
  let last: Promise<unknown> = Promise.resolve();
  const watchers = new Set<(id: string, document: Versioned<T> | null) => void>();

  /** Runs `change` upon everything that is durable; null changes nothing. */
  function inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const result = last.then(change);
    last = result.catch(() => undefined);
    return result;
  }

  async function replace(id: string, document: Versioned<T> | null): Promise<void> {
    const next = new Map(documents);
    if (document) next.set(id, document);
    else next.delete(id);
    await save(next);
    documents = next;
    for (const changed of watchers) changed(id, structuredClone(document));
  }

  return {
    get: async (id) => structuredClone(documents.get(id) ?? null),
    list: async () => structuredClone([...documents.values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
    put(id, given, expected) {
      const value = structuredClone(given);
      return inTurn(async () => {
        const version = documents.get(id)?.version ?? 0;
        if (expected !== undefined && expected !== version) return { ok: false, version };
        const document = { id, version: version + 1, updatedAt: new Date().toISOString(), value };
        await replace(id, document);
        return { ok: true, document: structuredClone(document) };
      });
    },
    delete: (id) =>
      inTurn(async () => {
        if (!documents.has(id)) return false;
        await replace(id, null);
        return true;
      }),
    watch(changed) {
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
  };
}
