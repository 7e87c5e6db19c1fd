/** What one agent has chosen in this browser. It outlives the tab and the sign-out. */
export interface Preferences {
  /** Whether ending a chat is asked about first. */
  readonly asksBeforeEnd: boolean;
  setAsksBeforeEnd(isAsked: boolean): void;
}

export interface PreferencesOptions {
  /** The browser's local storage. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  agentId: string;
}

/** Kept for as long as the page lives where the browser denies storage. */
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
        // Denied: it counts until the page is left.
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
