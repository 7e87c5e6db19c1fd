import type { Queue } from '../../shared/queue.js';
import type { QueueMetrics } from '../../shared/queue-metrics.js';

/** How many contacts a queue takes, and what becomes of the others. */
export type QueueRoom = Pick<Queue, 'maxContacts' | 'overflowQueueId' | 'overflowMessage'>;

/** The queue that has room for a contact, or what the visitor reads instead; null if no queue says anything. */
export type Place = { queueId: string } | { message: string | null };

/**
 * Follows the overflow of full queues to the first one with room. The last full queue decides what the visitor reads. A
 * circle of full queues has no room. Pure.
 */
export function findRoom(
  queueId: string,
  facts: {
    queues: Readonly<Record<string, Pick<QueueMetrics, 'NumberOfContactsInQueue'>>>;
    rooms: Readonly<Record<string, QueueRoom>>;
  },
): Place {
  const seen = new Set<string>();
  let message: string | null = null;
  for (let next: string | undefined = queueId; next !== undefined && !seen.has(next);) {
    seen.add(next);
    // An overflow queue may have been deleted by an older release.
    if (!Object.hasOwn(facts.queues, next)) break;
    const room: QueueRoom = (Object.hasOwn(facts.rooms, next) && facts.rooms[next]) || {};
    const { maxContacts = Infinity } = room;
    if (facts.queues[next]!.NumberOfContactsInQueue < maxContacts) return { queueId: next };
    message = room.overflowMessage ?? message;
    next = room.overflowQueueId;
  }
  return { message };
}
