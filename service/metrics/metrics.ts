import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Why the service refused a client: the values of the label `reason`. */
export type Refusal = 'origin' | 'token';

/**
 * What the service counts for Prometheus. Labels have a few known values, so that the number of time series stays small.
 * `docs/reference/metrics.md` explains each metric.
 */
export interface Metrics {
  /** A group of writes became durable in so many milliseconds. */
  committed: (writes: number, milliseconds: number) => void;
  /** A website or a signed token was refused. */
  refused: (reason: Refusal) => void;
  /** A follower had missed a hint, and was brought up to date from the log. */
  hintRecovered: () => void;
  /** The connection to other processes was interrupted, so that hints may have been lost. */
  hintsInterrupted: () => void;
  /** Adds a gauge that is read when Prometheus asks. `read` returns each value with its labels. */
  gauge<Label extends string>(definition: GaugeDefinition<Label>): void;
  /** Returns all metrics in Prometheus's text format, and its media type. */
  text(): Promise<{ contentType: string; text: string }>;
}

export interface GaugeDefinition<Label extends string> {
  /** Without the prefix `connect_chat_`. */
  name: string;
  help: string;
  labels: readonly Label[];
  read: () => Promise<GaugeValue<Label>[]> | GaugeValue<Label>[];
}

export type GaugeValue<Label extends string> = { value: number; labels: Record<Label, string> };

const prefix = 'connect_chat_';
/** Seconds: from a commit on a fast disk to one that people notice. */
const commitBuckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5];
const groupBuckets = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Each service has its own registry: several may run in one process, as in tests. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // Prometheus's usual names, so that common dashboards find them.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 50 });
  const commitSeconds = new Histogram({
    name: `${prefix}commit_seconds`,
    help: 'Time until a group of writes was durable.',
    buckets: commitBuckets,
    registers,
  });
  const commitWrites = new Histogram({
    name: `${prefix}commit_writes`,
    help: 'Writes that shared a commit.',
    buckets: groupBuckets,
    registers,
  });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `${prefix}${name}`, help, labelNames, registers });
  const refusals = counter('refusals_total', 'Refused websites and signed tokens.', ['reason']);
  const recovered = counter('hints_recovered_total', 'Followers that had missed a hint.');
  const interrupted = counter('hint_interruptions_total', 'Interruptions of the connection for hints.');
  for (const reason of ['origin', 'token'] satisfies Refusal[]) refusals.inc({ reason }, 0);

  return {
    committed(writes, milliseconds) {
      commitSeconds.observe(milliseconds / 1000);
      commitWrites.observe(writes);
    },
    refused: (reason) => refusals.inc({ reason }),
    hintRecovered: () => recovered.inc(),
    hintsInterrupted: () => interrupted.inc(),
    gauge({ name, help, labels, read }) {
      new Gauge({
        ...{ name: `${prefix}${name}`, help, labelNames: [...labels], registers },
        async collect() {
          this.reset();
          for (const { value, labels: of } of await read()) this.set(of, value);
        },
      });
    },
    text: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
