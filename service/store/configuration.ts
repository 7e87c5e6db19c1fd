/** A configuration document with its version, which rises by one at each change. */
export interface Versioned<T> {
  id: string;
  version: number;
  /** ISO 8601. */
  updatedAt: string;
  /** Who put it, as the putter said; null where nobody did. */
  updatedBy: string | null;
  value: T;
}

/** The answer to a put: the document as it now is, or the version that stands in its way (0: there is none). */
export type Put<T> = { ok: true; document: Versioned<T> } | { ok: false; version: number };

/**
 * Configuration of one kind (widgets, flows, queues, agents …): small documents by id. What an implementation promises:
 * - `put` with `expected` (0: must not exist yet) writes only over that version; without, over any.
 * - `put` checks the value against the collection's schema first; what a start would refuse is never stored, and the put
 *   rejects.
 * - A put or delete that resolved is durable; every `get` and `list` afterwards shows it.
 * - A collection that keeps earlier versions has every one of them, whatever dies: it is put aside before it is replaced.
 * - A document that was given may be changed afterwards without changing what is stored. Documents returned are frozen,
 *   and the same for everyone.
 */
export interface Collection<T> {
  get(id: string): Promise<Versioned<T> | null>;
  /** In order of id. */
  list(): Promise<Versioned<T>[]>;
  put(id: string, value: T, expected?: number, by?: string): Promise<Put<T>>;
  /** Whether it was there. */
  delete(id: string): Promise<boolean>;
  /** The versions before the one that is there now, newest first; none where the collection keeps none. */
  earlier(id: string): Promise<Versioned<T>[]>;
  /** Calls `changed` after each put and delete (`null`), from whichever process; returns the undo. */
  watch(changed: (id: string, document: Versioned<T> | null) => void): () => void;
}
