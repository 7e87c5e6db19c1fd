import type { TranscriptItem } from '../../shared/transcript-item.js';

interface Read {
  items: readonly TranscriptItem[];
  participantId: string | undefined;
}

/** How many messages of others stand beyond number `read`. */
export function countUnread(chat: Read | undefined, read: number): number {
  if (!chat) return 0;
  const { items, participantId } = chat;
  let count = 0;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index]!;
    if (item.seq <= read) break;
    if (item.type !== 'EVENT' && item.participantId !== participantId) count += 1;
  }
  return count;
}
