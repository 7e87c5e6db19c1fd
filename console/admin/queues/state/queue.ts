import type { Queue } from '../../../../shared/queue.js';

/** A queue, as the REST API returns it. */
export interface KnownQueue extends Queue {
  queueId: string;
  /** Rises with each change. */
  version: number;
  isOpen: boolean;
  live: {
    contactsInQueue: number;
    oldestContactAgeSeconds: number;
    agentsAvailable: number;
    agentsOnline: number;
  };
  recent: { answered: number; answeredInTime: number | null; estimatedWaitSeconds: number | null };
}
