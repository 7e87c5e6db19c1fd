import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';

/** Values of one kind, each under a name. Nothing here rejects. */
export interface KeptValues<Value> {
  /** In no order. */
  list: () => Promise<Value[]>;
  set: (name: string, value: Value) => Promise<void>;
  remove: (name: string) => Promise<void>;
  clear: () => Promise<void>;
}

/** Gives the browser's database, made when it is asked for first; throws where the browser denies it. */
export function databaseAtNeed(): () => UseStore {
  let database: UseStore | undefined;
  return () => (database ??= createStore('connect-chat', 'kept'));
}

/**
 * Each transaction is committed as soon as its requests are made. Left to itself it ends once the page has heard of
 * them; a page that is put aside (back/forward cache) hears nothing, and in WebKit then holds the database against the
 * page that follows it: https://w3c.github.io/IndexedDB/#dom-idbtransaction-commit
 */
function commit<Done>({ transaction }: IDBObjectStore, done: Done): Done {
  // Older browsers (Safari 13) have no such method.
  transaction.commit?.();
  return done;
}

/** Keeps values as long as the page lives. */
export function createMemoryValues<Value>(): KeptValues<Value> {
  const values = new Map<string, Value>();
  return {
    list: async () => [...values.values()],
    set: async (name, value) => void values.set(name, value),
    remove: async (name) => void values.delete(name),
    clear: async () => values.clear(),
  };
}

/**
 * Keeps values in the browser's IndexedDB, under keys that begin with `prefix`. Where that is denied (private windows, a
 * visitor's choice), or a value can't be stored, it lives as long as the page.
 */
export function createPageValues<Value>(prefix: string, database: () => UseStore): KeptValues<Value> {
  const memory = createMemoryValues<Value>();
  // Not the library's own `entries`, `set` and `del`: they know browsers that read one value at a time.
  async function stored(): Promise<[string, Value][]> {
    try {
      const [keys, all] = await database()('readonly', (values) =>
        commit(
          values,
          Promise.all([promisifyRequest(values.getAllKeys()), promisifyRequest<Value[]>(values.getAll())]),
        ),
      );
      const found = keys.map((key, index): [string, Value] => [key as string, all[index]!]);
      return found.filter(([key]) => key.startsWith(prefix));
    } catch {
      return [];
    }
  }
  const change = (request: (values: IDBObjectStore) => void): Promise<undefined> =>
    database()('readwrite', (values) => {
      request(values);
      return commit(values, promisifyRequest(values.transaction));
    });
  async function remove(name: string): Promise<void> {
    await memory.remove(name);
    try {
      await change((values) => values.delete(prefix + name));
    } catch {
      // It was never stored there.
    }
  }
  return {
    list: async () => [...(await memory.list()), ...(await stored()).map(([, value]) => value)],
    async set(name, value) {
      try {
        await change((values) => values.put(value, prefix + name));
      } catch {
        await memory.set(name, value);
      }
    },
    remove,
    async clear() {
      await memory.clear();
      for (const [key] of await stored()) await remove(key.slice(prefix.length));
    },
  };
}
