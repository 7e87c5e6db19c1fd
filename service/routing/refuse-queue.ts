import type { Queue } from '../../shared/queue.js';
import { refuseHours } from './is-open.js';

/** What is wrong with a queue that matches its schema; null if nothing is. Pure. */
export function refuseQueue(
  queueId: string,
  { hoursOfOperation, overflowQueueId }: Queue,
  queueIds: ReadonlySet<string>,
): { pointer: string; message: string } | null {
  const refusal = hoursOfOperation && refuseHours(hoursOfOperation);
  if (refusal) return { ...refusal, pointer: `/hoursOfOperation${refusal.pointer}` };
  if (overflowQueueId === undefined) return null;
  const pointer = '/overflowQueueId';
  if (overflowQueueId === queueId) return { pointer, message: 'A queue can’t overflow into itself.' };
  return queueIds.has(overflowQueueId) ? null : { pointer, message: 'There is no queue with this id.' };
}
