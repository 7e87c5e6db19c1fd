import { systemClock } from '../../clock.js';
import type { Collection, Versioned } from '../configuration.js';
import { deepFreeze } from './deep-freeze.js';
import type { DocumentCheck } from './document-check.js';

export type Documents<T> = Map<string, Versioned<T>>;

/** Stores a collection's documents. Each call resolves once it is durable; if it rejects, nothing has changed. */
export interface DocumentKeeper<T> {
  save(documents: Documents<T>): Promise<void>;
  /** Archives a version before it is replaced or deleted. May be called twice for the same version. */
  archive?(document: Versioned<T>): Promise<void>;
  /** All archived versions of an id, in the order of archiving. */
  readArchive?(id: string): Promise<Versioned<T>[]>;
}

export interface DocumentsOptions<T> {
  /** The documents that are already stored. */
  initial: Documents<T>;
  keeper: DocumentKeeper<T>;
  /** Runs before each write. */
  check: DocumentCheck<T>;
}

/**
 * A collection in memory whose changes `keeper` makes durable. Changes run one after the other; reads return
 * durable documents.
 */
export function createDocuments<T>({ initial, keeper, check }: DocumentsOptions<T>): Collection<T> {
  // Frozen instead of cloned for each reader: a widget is read for every visitor's page and every chat.
  let documents = initial;
  documents.forEach(deepFreeze);
  let last: Promise<unknown> = Promise.resolve();
  const watchers = new Set<(id: string, document: Versioned<T> | null) => void>();

  /** Runs `change` after all earlier changes. */
  function inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const result = last.then(change);
    last = result.catch(() => undefined);
    return result;
  }

  async function replace(id: string, document: Versioned<T> | null): Promise<void> {
    const before = documents.get(id);
    if (before) await keeper.archive?.(before);
    const next = new Map(documents);
    if (document) next.set(id, document);
    else next.delete(id);
    await keeper.save(next);
    documents = next;
    for (const changed of watchers) changed(id, document);
  }

  return {
    get: async (id) => documents.get(id) ?? null,
    latest: async (id) => documents.get(id) ?? null,
    list: async () => [...documents.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    async put(id, given, expected, by) {
      const value = check(given);
      return inTurn(async () => {
        const version = documents.get(id)?.version ?? 0;
        if (expected !== undefined && expected !== version) return { ok: false, version };
        const updatedAt = new Date(systemClock.now()).toISOString();
        const document = deepFreeze({ id, version: version + 1, updatedAt, updatedBy: by ?? null, value });
        await replace(id, document);
        return { ok: true, document };
      });
    },
    delete: (id) =>
      inTurn(async () => {
        if (!documents.has(id)) return false;
        await replace(id, null);
        return true;
      }),
    earlier: (id) =>
      inTurn(async () => {
        const current = documents.get(id)?.version ?? 0;
        const archived = (await keeper.readArchive?.(id)) ?? [];
        // A version is archived twice if the first attempt to replace it failed.
        const byVersion = new Map(archived.map((document) => [document.version, document]));
        const versions = [...byVersion.keys()].filter((version) => version < current);
        return versions.sort((a, b) => b - a).map((version) => structuredClone(byVersion.get(version)!));
      }),
    watch(changed) {
      watchers.add(changed);
      return () => void watchers.delete(changed);
    },
  };
}
