/**
 * The live metrics of a queue, by Amazon Connect's names. `counts` is what a metric counts: flows compare a
 * number of agents only with zero. `restName` is its member of `live` in the REST API.
 */
export const queueMetricNames = {
  NumberOfContactsInQueue: { counts: 'contacts', restName: 'contactsInQueue' },
  OldestContactInQueueAgeSeconds: { counts: 'seconds', restName: 'oldestContactAgeSeconds' },
  NumberOfAgentsAvailable: { counts: 'agents', restName: 'agentsAvailable' },
  NumberOfAgentsStaffed: { counts: 'agents', restName: 'agentsStaffed' },
  NumberOfAgentsOnline: { counts: 'agents', restName: 'agentsOnline' },
} as const;

export type QueueMetric = keyof typeof queueMetricNames;

/** The live metrics of one queue: whole numbers, 0 or more. */
export type QueueMetrics = Record<QueueMetric, number>;
