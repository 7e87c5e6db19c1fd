/** A keyboard shortcut of the desk. Alt with an arrow key or Enter types nothing on any keyboard layout. */
export type DeskKey = 'next-chat' | 'previous-chat' | 'accept';

const keys: ReadonlyMap<string, DeskKey> = new Map([
  ['ArrowDown', 'next-chat'],
  ['ArrowUp', 'previous-chat'],
  ['Enter', 'accept'],
]);

/** Returns the shortcut of a key press, if it is one. */
export function toDeskKey(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): DeskKey | undefined {
  const isPlainAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  return isPlainAlt ? keys.get(event.key) : undefined;
}
