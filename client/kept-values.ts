import { createStore, promisifyRequest, type UseStore } from 'idb-keyval';

/** Values of one kind by key. Nothing here rejects. */
export interface KeptValues<Value> {
  /** In no order. */
  list: () => Promise<Value[]>;
  set: (name: string, value: Value) => Promise<void>;
  remove: (name: string) => Promise<void>;
  clear: () => Promise<void>;
}

/** Returns the browser's database, and creates it at the first call. Throws if the browser denies it. */
export function databaseAtNeed(): () => UseStore {
  let database: UseStore | undefined;
  return () => (database ??= createStore('connect-chat', 'kept'));
}

/**
 * Commits each transaction as soon as its requests are made. Otherwise it ends when the page has received the
 * results; a page in the back/forward cache receives none, and in WebKit then blocks the database for the next page:
 * https://w3c.github.io/IndexedDB/#dom-idbtransaction-commit
 */
function commit<Done>({ transaction }: IDBObjectStore, done: Done): Done {
  // Safari 13 has no `commit`.
  transaction.commit?.();
  return done;
}

/** Stores values as long as the page lives. */
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
 * Stores values in IndexedDB, under keys that begin with `prefix`. If that is denied (in private windows, or by the
 * visitor's choice), or a value can't be stored, the value lives as long as the page.
 */
export function createPageValues<Value>(prefix: string, database: () => UseStore): KeptValues<Value> {
  const memory = createMemoryValues<Value>();
  // The library's own `entries`, `set` and `del` support browsers that read one value at a time, which these need
  // not.
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
      // The value was only ever in memory.
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
