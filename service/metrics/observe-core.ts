import { queueMetricNames, type QueueMetric } from '../../shared/queue-metrics.js';
import type { Core } from '../core.js';

type Observed = Pick<Core, 'instruments' | 'clientLimits' | 'workload' | 'presence' | 'queues' | 'metrics'>;

/** Adds the gauges of what the core knows: sockets, contacts, agents and queues. */
export function observeCore({ instruments, clientLimits, workload, presence, queues, metrics }: Observed) {
  instruments.gauge({
    name: 'sockets',
    help: 'Open sockets of this process.',
    labels: ['kind'],
    read: () => [
      { value: clientLimits.customerSockets.total, labels: { kind: 'customer' } },
      { value: clientLimits.staffSockets.total, labels: { kind: 'staff' } },
    ],
  });
  instruments.gauge({
    name: 'contacts',
    help: 'Active contacts of the service.',
    labels: ['state'],
    read: () => Object.entries(workload.states()).map(([state, value]) => ({ value, labels: { state } })),
  });
  instruments.gauge({
    name: 'agents',
    help: 'Agents with an open console.',
    labels: ['status'],
    read: () =>
      countedBy([...presence.all()].filter(({ consoles }) => consoles > 0).map(({ status }) => status)),
  });
  for (const [metric, { gauge }] of Object.entries(queueMetricNames))
    instruments.gauge({
      name: gauge,
      help: `${metric} of Amazon Connect’s real-time metrics.`,
      labels: ['queue'],
      read: async () =>
        (await queues.list()).map(({ id }) => ({
          value: metrics(id)[metric as QueueMetric],
          labels: { queue: id },
        })),
    });
}

function countedBy(statuses: readonly string[]): { value: number; labels: { status: string } }[] {
  const counts = new Map<string, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, value]) => ({ value, labels: { status } }));
}
