import { wallTime } from '../../../client/wall-time.js';
const root = 'connect-chat-agent-draft';
/** Milliseconds after which a draft is let go: nobody finishes it any more. */
const keptFor = 7 * 24 * 60 * 60 * 1000;

/** Unsent text of each chat: kept over reloads, and shared live by all windows of one browser. */
export interface Drafts {
  /** By contact id; replaced at each change. */
  readonly all: Readonly<Record<string, string>>;
  /** Empty text removes the draft. */
  write(contactId: string, text: string): void;
  /** Forgets all drafts, in every window. */
  clear(): void;
  /** Hears no other window any more; what is kept stays. */
  destroy(): void;
}

export interface DraftsOptions {
  /** Shared by the windows of a browser; one that throws or is full keeps nothing. */
  storage: Storage;
  agentId: string;
  /** Another window changed a draft. */
  onChange: () => void;
  /** Tells of what other windows store. */
  target?: EventTarget;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** Opens an agent's drafts; those that another agent left in this browser are removed. */
export function createDrafts(options: DraftsOptions): Drafts {
  const { storage, agentId, onChange, target = window, now = wallTime } = options;
  const mine = `${root}:${agentId}:`;
  removeKeys(storage, (key) => key.startsWith(`${root}:`) && !key.startsWith(mine));
  let all = readAll(storage, mine, now() - keptFor);

  const change = (contactId: string, text: string): void => {
    const { [contactId]: _replaced, ...others } = all;
    all = text ? { ...others, [contactId]: text } : others;
  };
  const handleStorage = (event: Event): void => {
    const { key, newValue } = event as StorageEvent;
    // Without a key everything was removed.
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
    // Full: the draft lives as long as this page.
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
