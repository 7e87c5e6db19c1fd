/**
 * What an agent prefers in this browser:
 * - `asksBeforeEnd`: a press of "End chat" asks for a confirmation
 * - `usesCharacterKeys`: shortcuts that type a character on some keyboards work
 * - `notifies`: desktop notifications tell of chats and messages while the console is hidden
 */
export type Preference = 'asksBeforeEnd' | 'usesCharacterKeys' | 'notifies';

/** The value of every preference. */
export type PreferenceValues = Readonly<Record<Preference, boolean>>;

/** What holds until the agent chooses. */
export const defaultPreferences: PreferenceValues = {
  asksBeforeEnd: true,
  usesCharacterKeys: true,
  notifies: false,
};
