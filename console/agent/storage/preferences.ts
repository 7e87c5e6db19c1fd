/** An agent's preferences in this browser. They survive the tab and a sign-out. */
export interface Preferences {
  /** Whether to ask before a chat is ended. */
  readonly asksBeforeEnd: boolean;
  setAsksBeforeEnd(isAsked: boolean): void;
}

export interface PreferencesOptions {
  /** The browser's local storage. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  agentId: string;
}

/** Opens an agent's preferences. Where the browser denies storage, changes live as long as the page. */
export function createPreferences({ storage, agentId }: PreferencesOptions): Preferences {
  const key = `connect-chat-agent-preferences:${agentId}:ends-at-once`;
  let asksBeforeEnd = read(storage, key) === null;

  return {
    get asksBeforeEnd() {
      return asksBeforeEnd;
    },
    setAsksBeforeEnd(isAsked) {
      asksBeforeEnd = isAsked;
      try {
        if (isAsked) storage.removeItem(key);
        else storage.setItem(key, '1');
      } catch {
        // Storage is denied: the preference holds until the page is closed.
      }
    },
  };
}

function read(storage: PreferencesOptions['storage'], key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}
