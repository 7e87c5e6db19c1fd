/** A configuration document with its version, which rises by one at each change. */
export interface Versioned<T> {
  id: string;
  version: number;
  /** ISO 8601. */
  updatedAt: string;
  value: T;
}

/** The answer to a put: the document as it now is, or the version that stands in its way (0: there is none). */
export type Put<T> = { ok: true; document: Versioned<T> } | { ok: false; version: number };

/**
 * Configuration of one kind (widgets, flows, queues, agents …): small documents by id. What an implementation promises:
 * - `put` with `expected` (0: must not exist yet) writes only over that version; without, over any.
 * - A put or delete that resolved is durable; every `get` and `list` afterwards shows it.
 * - Documents given and returned are never shared with the caller: changing them changes nothing stored.
 */
export interface Collection<T> {
  get(id: string): Promise<Versioned<T> | null>;
  /** In order of id. */
  list(): Promise<Versioned<T>[]>;
  put(id: string, value: T, expected?: number): Promise<Put<T>>;
  /** Whether it was there. */
  delete(id: string): Promise<boolean>;
  /** Calls `changed` after each put and delete (`null`), from whichever process; returns the undo. */
  watch(changed: (id: string, document: Versioned<T> | null) => void): () => void;
}
