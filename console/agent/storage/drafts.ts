import { wallTime } from '../../../client/wall-time.js';
const root = 'connect-chat-agent-draft';
/** Milliseconds after which an abandoned draft is deleted. */
const expiresAfter = 7 * 24 * 60 * 60 * 1000;

/** The unsent text of each chat. It survives reloads, and all windows of a browser share it live. */
export interface Drafts {
  /** Texts by contact id; a new object at each change. */
  readonly all: Readonly<Record<string, string>>;
  /** Empty text removes the draft. */
  write(contactId: string, text: string): void;
  /** Deletes all drafts, in every window. */
  clear(): void;
  /** Stops listening to other windows; drafts stay stored. */
  destroy(): void;
}

export interface DraftsOptions {
  /** The storage that the windows of a browser share. Where it is full or denied, drafts live as long as the page. */
  storage: Storage;
  agentId: string;
  /** Another window changed a draft. */
  onChange: () => void;
  /** Where `storage` events of other windows are fired. */
  target?: EventTarget;
  /** Returns the current time, in milliseconds since 1970. */
  now?: () => number;
}

/** Opens an agent's drafts, and deletes those that another agent left in this browser. */
export function createDrafts(options: DraftsOptions): Drafts {
  const { storage, agentId, onChange, target = window, now = wallTime } = options;
  const mine = `${root}:${agentId}:`;
  removeKeys(storage, (key) => key.startsWith(`${root}:`) && !key.startsWith(mine));
  let all = readAll(storage, mine, now() - expiresAfter);

  const change = (contactId: string, text: string): void => {
    const { [contactId]: _replaced, ...others } = all;
    all = text ? { ...others, [contactId]: text } : others;
  };
  const handleStorage = (event: Event): void => {
    const { key, newValue } = event as StorageEvent;
    // A null key means that the storage was cleared.
    if (key === null) all = {};
    else if (key.startsWith(mine)) change(key.slice(mine.length), parse(newValue)?.text ?? '');
    else return;
    onChange();
  };
  target.addEventListener('storage', handleStorage);

  return {
    get all() {
      return all;
    },
    write(contactId, text) {
      if ((all[contactId] ?? '') === text) return;
      change(contactId, text);
      store(storage, mine + contactId, text && JSON.stringify({ text, at: now() }));
    },
    clear() {
      all = {};
      removeKeys(storage, (key) => key.startsWith(mine));
    },
    destroy: () => target.removeEventListener('storage', handleStorage),
  };
}

interface KeptDraft {
  text: string;
  /** When it was written, in milliseconds since 1970. */
  at: number;
}

function readAll(storage: Storage, mine: string, oldest: number): Record<string, string> {
  const drafts: Record<string, string> = {};
  for (const key of keysOf(storage)) {
    if (!key.startsWith(mine)) continue;
    const draft = parse(storage.getItem(key));
    if (draft && draft.at > oldest) drafts[key.slice(mine.length)] = draft.text;
    else storage.removeItem(key);
  }
  return drafts;
}

function store(storage: Storage, key: string, value: string): void {
  try {
    if (value) storage.setItem(key, value);
    else storage.removeItem(key);
  } catch {
    // The storage is full: the draft lives as long as this page.
  }
}

function parse(text: string | null): KeptDraft | undefined {
  try {
    const draft = JSON.parse(text ?? 'null') as Partial<KeptDraft> | null;
    return typeof draft?.text === 'string' && typeof draft.at === 'number' ? (draft as KeptDraft) : undefined;
  } catch {
    return undefined;
  }
}

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((key) => key !== null);

function removeKeys(storage: Storage, isGone: (key: string) => boolean): void {
  for (const key of keysOf(storage)) if (isGone(key)) storage.removeItem(key);
}
