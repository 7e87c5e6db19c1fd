import { defaultPreferences, type Preference, type PreferenceValues } from '../state/preference.js';

/** An agent's preferences in this browser. They survive the tab and a sign-out. */
export interface Preferences {
  readonly values: PreferenceValues;
  set(preference: Preference, isOn: boolean): void;
}

export interface PreferencesOptions {
  /** The browser's local storage. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  agentId: string;
}

/** The key under which the storage holds that a preference differs from its default. */
const keys: Readonly<Record<Preference, string>> = {
  asksBeforeEnd: 'ends-at-once',
  usesCharacterKeys: 'no-character-keys',
  notifies: 'notifies',
};
const names = Object.keys(keys) as Preference[];

/** Opens an agent's preferences. Where the browser denies storage, changes live as long as the page. */
export function createPreferences({ storage, agentId }: PreferencesOptions): Preferences {
  const keyOf = (name: Preference) => `connect-chat-agent-preferences:${agentId}:${keys[name]}`;
  let values = Object.fromEntries(
    names.map((name) => [name, defaultPreferences[name] !== isStored(storage, keyOf(name))]),
  ) as unknown as PreferenceValues;

  return {
    get values() {
      return values;
    },
    set(preference, isOn) {
      values = { ...values, [preference]: isOn };
      try {
        if (isOn === defaultPreferences[preference]) storage.removeItem(keyOf(preference));
        else storage.setItem(keyOf(preference), '1');
      } catch {
        // Storage is denied: the preference holds until the page is closed.
      }
    },
  };
}

function isStored(storage: PreferencesOptions['storage'], key: string): boolean {
  try {
    return storage.getItem(key) !== null;
  } catch {
    return false;
  }
}
