const root = 'connect-chat-agent';

/** Small things that outlive a reload of this tab: messages that are not stored yet, the chosen status. */
export interface TabMemory {
  /** What was written under this name; undefined if nothing was, or it can't be read. */
  read(name: string): unknown;
  /** Undefined removes it. */
  write(name: string, value: unknown): void;
  /** Forgets everything. */
  clear(): void;
}

/**
 * Keeps things for one agent in this tab's session storage; what another agent left there is removed. Where storage is
 * denied (a browser's setting) or full, things are kept for as long as the page lives.
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

/** This tab's session storage, or one that keeps nothing where a browser denies it. */
export const openTabStorage = (): Storage => openStorage(() => window.sessionStorage);

/** The storage that all windows of this browser share, or one that keeps nothing where a browser denies it. */
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
    // Full: what matters is still kept in memory.
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
