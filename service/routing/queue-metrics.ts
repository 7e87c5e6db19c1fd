import type { QueueMetrics } from '../../shared/queue-metrics.js';
import { isAvailable, type Presence } from '../backend/presence.js';
import type { Workload } from './workload.js';

/** The metrics of one queue at a monotonic time, with the meaning of Amazon Connect's real-time metrics. */
export function queueMetrics(
  queueId: string,
  from: { workload: Workload; presence: Presence; now: number },
): QueueMetrics {
  const { workload, presence, now } = from;
  const online = [...presence.all()].filter(
    ({ profile, consoles }) => consoles > 0 && profile.queues.includes(queueId),
  );
  const staffed = online.filter(isAvailable);
  const hasRoom = staffed.filter(({ profile }) => workload.loadOf(profile.agentId) < profile.maxChats);
  const { count, oldest = now } = workload.queued(queueId);
  return {
    NumberOfAgentsOnline: online.length,
    NumberOfAgentsStaffed: staffed.length,
    NumberOfAgentsAvailable: hasRoom.length,
    NumberOfContactsInQueue: count,
    OldestContactInQueueAgeSeconds: Math.max(0, Math.floor((now - oldest) / 1000)),
  };
}
