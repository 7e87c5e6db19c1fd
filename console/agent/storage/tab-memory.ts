const root = 'connect-chat-agent';

/** Values that survive a reload of this tab, such as unsent messages and the agent's status. */
export interface TabMemory {
  /** Returns the value of a name; undefined if there is none, or it can't be read. */
  read(name: string): unknown;
  /** Writes a value; undefined removes it. */
  write(name: string, value: unknown): void;
  /** Removes all values. */
  clear(): void;
}

/**
 * Stores one agent's values in this tab's session storage, and deletes those that another agent left there. Where the
 * browser denies storage, or it is full, values live as long as the page.
 */
export function createTabMemory({ storage, agentId }: { storage: Storage; agentId: string }): TabMemory {
  const mine = `${root}:${agentId}:`;
  const values = new Map<string, string>();
  removeKeys(storage, (key) => key.startsWith(`${root}:`) && !key.startsWith(mine));
  return {
    read(name) {
      const text = values.get(name) ?? readText(storage, mine + name);
      return text === undefined ? undefined : parse(text);
    },
    write(name, value) {
      const text = value === undefined ? undefined : JSON.stringify(value);
      if (text === undefined) values.delete(name);
      else values.set(name, text);
      writeText(storage, mine + name, text);
    },
    clear() {
      values.clear();
      removeKeys(storage, (key) => key.startsWith(mine));
    },
  };
}

/** Returns this tab's session storage, or one that stores nothing where the browser denies it. */
export const openTabStorage = (): Storage => openStorage(() => window.sessionStorage);

/**
 * Returns the storage that all windows of this browser share, or one that stores nothing where the browser denies it.
 */
export const openSharedStorage = (): Storage => openStorage(() => window.localStorage);

function openStorage(open: () => Storage): Storage {
  try {
    return open();
  } catch {
    return deniedStorage;
  }
}

const deniedStorage: Storage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
  clear: () => undefined,
};

function removeKeys(storage: Storage, isGone: (key: string) => boolean): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key !== null && isGone(key)) storage.removeItem(key);
}

const readText = (storage: Storage, key: string): string | undefined => storage.getItem(key) ?? undefined;

function writeText(storage: Storage, key: string, text: string | undefined): void {
  try {
    if (text === undefined) storage.removeItem(key);
    else storage.setItem(key, text);
  } catch {
    // The storage is full: the value lives in memory.
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
