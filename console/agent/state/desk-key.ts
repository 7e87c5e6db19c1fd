/** What a key press asks of the desk, wherever the focus is. Alt with arrows and Enter types nothing on any keyboard. */
export type DeskKey = 'next-chat' | 'previous-chat' | 'accept';

const keys: ReadonlyMap<string, DeskKey> = new Map([
  ['ArrowDown', 'next-chat'],
  ['ArrowUp', 'previous-chat'],
  ['Enter', 'accept'],
]);

/** The desk's key that was pressed, if it is one. */
export function toDeskKey(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): DeskKey | undefined {
  const isPlainAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  return isPlainAlt ? keys.get(event.key) : undefined;
}
