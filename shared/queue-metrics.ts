/**
 * The live numbers of a queue, by Amazon Connect's names of real-time metrics. `counts` is what a number is about: flows
 * compare a number of agents only with zero. `restName` is its member in the REST API's `live`.
 */
export const queueMetricNames = {
  NumberOfContactsInQueue: { counts: 'contacts', restName: 'contactsInQueue' },
  OldestContactInQueueAgeSeconds: { counts: 'seconds', restName: 'oldestContactAgeSeconds' },
  NumberOfAgentsAvailable: { counts: 'agents', restName: 'agentsAvailable' },
  NumberOfAgentsStaffed: { counts: 'agents', restName: 'agentsStaffed' },
  NumberOfAgentsOnline: { counts: 'agents', restName: 'agentsOnline' },
} as const;

export type QueueMetric = keyof typeof queueMetricNames;

/** The live numbers of one queue: whole numbers, 0 or more. */
export type QueueMetrics = Record<QueueMetric, number>;
