import type { TranscriptItem } from '../../shared/transcript-item.js';

interface Read {
  items: readonly TranscriptItem[];
  participantId: string | undefined;
}

/** Counts the messages of other participants after number `read`. */
export function countUnread({ items, participantId }: Read, read: number): number {
  let count = 0;
  for (let index = items.length; index > 0;) {
    const item = items[(index -= 1)]!;
    if (item.seq <= read) break;
    if (item.type !== 'EVENT' && item.participantId !== participantId) count += 1;
  }
  return count;
}
