import type { Static, TSchema } from 'typebox';

/** A configuration document with its version, which rises by one at each change. */
export interface Versioned<T> {
  id: string;
  version: number;
  /** ISO 8601. */
  updatedAt: string;
  /** The author, if the caller of `put` named one. */
  updatedBy: string | null;
  value: T;
}

/** The answer to a put: the document as it now is, or the version that was not the expected one (0: none). */
export type Put<T> = { ok: true; document: Versioned<T> } | { ok: false; version: number };

/**
 * Configuration of one kind (widgets, flows, queues, agents …): small documents by id. An implementation guarantees:
 * - `put` with `expected` (0: must not exist yet) replaces only that version; without, any. Of two puts upon the same
 *   version one succeeds, in whichever process.
 * - `put` checks the value against the collection's schema first and rejects what the next start would refuse.
 * - A put or delete that resolved is durable. Every later `get` and `list` of this process shows it; those of other
 *   processes show it within a few seconds.
 * - A collection that keeps earlier versions archives each before it is replaced, so that a crash loses none.
 * - A value that was given may be changed afterwards without changing what is stored. Documents returned are frozen and
 *   may be the same object for every caller.
 * - Watchers hear the latest state of every document that changes, within a few seconds. Where notifications were lost,
 *   versions in between may be skipped.
 */
export interface Collection<T> {
  get(id: string): Promise<Versioned<T> | null>;
  /** The same with every put of another process that resolved before the call: it may cost a query, where `get` costs none. */
  latest(id: string): Promise<Versioned<T> | null>;
  /** In order of id. */
  list(): Promise<Versioned<T>[]>;
  put(id: string, value: T, expected?: number, by?: string): Promise<Put<T>>;
  /** Whether there was one. */
  delete(id: string): Promise<boolean>;
  /** Earlier versions, newest first; none if the collection keeps none. */
  earlier(id: string): Promise<Versioned<T>[]>;
  /** Calls `changed` after puts and deletes (`null`), from whichever process; returns the undo. */
  watch(changed: (id: string, document: Versioned<T> | null) => void): () => void;
}

/** What a collection is for, and what its documents must be. */
export interface CollectionDefinition<Schema extends TSchema> {
  /** Unique in the installation; lower case with hyphens. */
  name: string;
  schema: Schema;
  keepsEarlier?: boolean;
  /** Names of members whose values no message may show. */
  secrets?: readonly string[];
}

/** The collections of an installation. */
export interface Configuration {
  /**
   * Opens a collection, which is empty at the first start; to be called once for each. Rejects with a sentence for the
   * operator if a stored document is not as the schema demands; nothing is overwritten then.
   */
  open<Schema extends TSchema>(definition: CollectionDefinition<Schema>): Promise<Collection<Static<Schema>>>;
}
