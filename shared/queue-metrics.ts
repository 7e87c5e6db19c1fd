/**
 * The live metrics of a queue, by Amazon Connect's names. `counts` is what a metric counts: flows compare a
 * number of agents only with zero. `restName` is its member of `live` in the REST API, `gauge` its name for
 * Prometheus, without the prefix `connect_chat_`.
 */
export const queueMetricNames = {
  NumberOfContactsInQueue: { counts: 'contacts', restName: 'contactsInQueue', gauge: 'queue_contacts' },
  OldestContactInQueueAgeSeconds: {
    counts: 'seconds',
    restName: 'oldestContactAgeSeconds',
    gauge: 'queue_oldest_contact_seconds',
  },
  NumberOfAgentsAvailable: { counts: 'agents', restName: 'agentsAvailable', gauge: 'queue_agents_available' },
  NumberOfAgentsStaffed: { counts: 'agents', restName: 'agentsStaffed', gauge: 'queue_agents_staffed' },
  NumberOfAgentsOnline: { counts: 'agents', restName: 'agentsOnline', gauge: 'queue_agents_online' },
} as const;

export type QueueMetric = keyof typeof queueMetricNames;

/** The live metrics of one queue: whole numbers, 0 or more. */
export type QueueMetrics = Record<QueueMetric, number>;
