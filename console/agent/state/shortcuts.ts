/** What a keyboard shortcut of the desk does. `chat-N` goes to the Nth chat. */
export type DeskKey =
  | 'palette'
  | 'keys'
  | 'accept'
  | 'decline'
  | 'next-chat'
  | 'previous-chat'
  | 'next-unread'
  | `chat-${number}`
  | 'replies'
  | 'note'
  | 'transfer'
  | 'details'
  | 'end';

/** One line of the list of shortcuts. */
export interface Shortcut {
  /** The keys as the agent reads them; several that do the same. */
  readonly keys: readonly string[];
  readonly label: string;
  /** Whether it types a letter or digit on some keyboards, so that agents can turn it off (WCAG 2.1.4). */
  readonly isCharacter?: true;
}

/**
 * The shortcuts, by what they do. None sends a message, and none ends a chat without a confirmation. The single key `?`
 * works outside of text boxes only.
 */
export const shortcuts = {
  palette: { keys: ['Ctrl+K', '⌘K'], label: 'Find chats, colleagues, canned replies, and commands' },
  accept: { keys: ['Alt+Enter', 'Alt+A'], label: 'Accept the first chat that rings' },
  decline: { keys: ['Alt+R'], label: 'Decline the first chat that rings', isCharacter: true },
  'next-chat': { keys: ['Alt+↓'], label: 'Next chat' },
  'previous-chat': { keys: ['Alt+↑'], label: 'Previous chat' },
  'next-unread': { keys: ['Alt+U'], label: 'Next chat with unread messages', isCharacter: true },
  'chat-1': { keys: ['Alt+1', '… Alt+9'], label: 'First to ninth chat', isCharacter: true },
  replies: { keys: ['/'], label: 'Canned replies, in an empty message' },
  note: { keys: ['Alt+N'], label: 'Add a private note', isCharacter: true },
  transfer: { keys: ['Alt+T'], label: 'Transfer the chat', isCharacter: true },
  details: { keys: ['Alt+I'], label: "Show or hide the customer's details", isCharacter: true },
  end: { keys: ['Alt+E'], label: 'End the chat, after a confirmation', isCharacter: true },
  keys: { keys: ['?'], label: 'This list, outside of text boxes', isCharacter: true },
} as const satisfies Partial<Record<DeskKey, Shortcut>>;

/** Alt with an arrow key or Enter types nothing on any keyboard layout. */
const withAlt: ReadonlyMap<string, DeskKey> = new Map([
  ['ArrowDown', 'next-chat'],
  ['ArrowUp', 'previous-chat'],
  ['Enter', 'accept'],
]);
/** Alt with these types a character on some layouts, for example on Apple's keyboards. */
const withAltAndCharacter: ReadonlyMap<string, DeskKey> = new Map([
  ['a', 'accept'],
  ['r', 'decline'],
  ['u', 'next-unread'],
  ['n', 'note'],
  ['t', 'transfer'],
  ['i', 'details'],
  ['e', 'end'],
  ...Array.from({ length: 9 }, (_, index) => [`${index + 1}`, `chat-${index + 1}`] as const),
]);

/** What of a key press decides which shortcut it is. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

export interface KeyContext {
  /** Whether the press goes to a text box. */
  isTyping: boolean;
  /** Whether the agent uses shortcuts that type a character on some keyboards. */
  usesCharacters: boolean;
}

/** Returns the shortcut of a key press, if it is one. */
export function toDeskKey(press: KeyPress, { isTyping, usesCharacters }: KeyContext): DeskKey | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = press;
  if (altKey) {
    if (ctrlKey || metaKey || shiftKey) return undefined;
    return withAlt.get(key) ?? (usesCharacters ? withAltAndCharacter.get(characterOf(press)) : undefined);
  }
  if (ctrlKey !== metaKey) return !shiftKey && key.toLowerCase() === 'k' ? 'palette' : undefined;
  return key === '?' && !ctrlKey && usesCharacters && !isTyping ? 'keys' : undefined;
}

/**
 * Returns the letter or digit of a key. Alt may turn it into another character (`å` on Apple's keyboards); the place of
 * the key tells it then.
 */
function characterOf({ key, code }: KeyPress): string {
  if (/^[a-z1-9]$/i.test(key)) return key.toLowerCase();
  return /^(?:Key|Digit)(\w)$/.exec(code)?.[1]?.toLowerCase() ?? '';
}
