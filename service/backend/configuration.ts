import type { Static, TSchema } from 'typebox';

/** A configuration document with its version, which rises by one with each change. */
export interface Versioned<T> {
  id: string;
  version: number;
  /** ISO 8601. */
  updatedAt: string;
  /** The author, if the caller of `put` named one. */
  updatedBy: string | null;
  value: T;
}

/**
 * The result of a put: the stored document, or the current version if it wasn't the expected one (0: none).
 */
export type Put<T> = { ok: true; document: Versioned<T> } | { ok: false; version: number };

/**
 * Configuration of one kind (widgets, flows, queues, agents …): small documents by id. An implementation
 * guarantees:
 * - `put` with `expected` (0: must not exist yet) replaces only that version; without `expected`, any. Of two
 *   puts on the same version, in any processes, one succeeds.
 * - `put` first checks the value against the collection's schema, and rejects what the next start would
 *   refuse.
 * - A put or delete that resolved is durable. Every later `get` and `list` of this process shows it; other
 *   processes show it within a few seconds.
 * - A collection that keeps earlier versions archives each before it is replaced, so that a crash loses none.
 * - Callers may change a value after `put` without changing what is stored. Returned documents are frozen,
 *   and may be the same object for every caller.
 * - Watchers get the latest state of every changed document within a few seconds. If notifications are lost,
 *   they may miss versions in between.
 */
export interface Collection<T> {
  get(id: string): Promise<Versioned<T> | null>;
  /** The same with every put of another process that resolved before the call: it may cost a query, where `get` costs none. */
  latest(id: string): Promise<Versioned<T> | null>;
  /** In order of id. */
  list(): Promise<Versioned<T>[]>;
  put(id: string, value: T, expected?: number, by?: string): Promise<Put<T>>;
  /** Resolves with whether the document existed. */
  delete(id: string): Promise<boolean>;
  /** Earlier versions, newest first; empty if the collection keeps none. */
  earlier(id: string): Promise<Versioned<T>[]>;
  /** Calls `changed` after puts and deletes (`null`) by any process. Returns the undo. */
  watch(changed: (id: string, document: Versioned<T> | null) => void): () => void;
}

/** The name of a collection, and the schema of its documents. */
export interface CollectionDefinition<Schema extends TSchema> {
  /** Unique in the installation; lower case with hyphens. */
  name: string;
  schema: Schema;
  keepsEarlier?: boolean;
  /** Names of members whose values must not appear in messages. */
  secrets?: readonly string[];
}

/** The collections of an installation. */
export interface Configuration {
  /**
   * Opens a collection, which is empty at the first start. Call it once for each. Rejects with a sentence for
   * the operator if a stored document doesn't match the schema; nothing is overwritten then.
   */
  open<Schema extends TSchema>(definition: CollectionDefinition<Schema>): Promise<Collection<Static<Schema>>>;
}
