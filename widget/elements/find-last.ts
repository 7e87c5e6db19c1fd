import type { TranscriptItem } from '../../shared/transcript-item.js';

/** Returns the last item that matches, as `Array.prototype.findLast` does in browsers since 2022. */
export function findLast(
  items: readonly TranscriptItem[],
  isSo: (item: TranscriptItem) => boolean,
): TranscriptItem | undefined {
  let index = items.length;
  while (index > 0) if (isSo(items[(index -= 1)]!)) return items[index];
  return undefined;
}
