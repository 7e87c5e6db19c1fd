import type { ClusterOutcome } from '../../test/faults/cluster/cluster-run.js';

/** Milliseconds within which all clients must be live again after a fault has ended. */
export const liveWithin = 10_000;

/** The table's row of one run. */
export function toClusterRow(outcome: ClusterOutcome) {
  const { measure, verdict, routing, recoveries } = outcome;
  const { lost, doubled, reordered, phantom, refused } = verdict;
  const messages = [lost, doubled, reordered, phantom, refused].map(({ length }) => length);
  const counts = [
    ...messages,
    ...[outcome.contactsTooMany, routing.offeredTwice, routing.beyondCapacity, outcome.stranded],
  ];
  const times = recoveries.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const longest = times.at(-1) ?? 0;
  const median = times[Math.floor((times.length - 1) / 2)] ?? 0;
  return {
    isClean: counts.every((count) => count === 0) && longest <= liveWithin,
    cells: [
      ...[measure.seed, measure.processes, measure.chats, outcome.messages, recoveries.length, ...counts],
      ...[`${median} / ${longest} ms`, `${Math.round(outcome.milliseconds / 1000)} s`],
    ],
  };
}

const heads = [
  ...[
    'seed',
    'processes',
    'chats',
    'messages',
    'faults',
    'lost',
    'doubled',
    'reordered',
    'phantom',
    'refused',
  ],
  ...['contacts too many', 'offered twice', 'beyond capacity', 'stranded'],
  ...['all live again, median / longest', 'took'],
];

/** Outcomes as a Markdown table. */
export function toClusterTable(outcomes: readonly ClusterOutcome[]): string {
  const rows = [heads, heads.map(() => '---:'), ...outcomes.map((outcome) => toClusterRow(outcome).cells)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The longest recovery after each kind of fault, over all runs. */
export function toRecoveries(outcomes: readonly ClusterOutcome[]): string {
  const longest = new Map<string, number>();
  for (const { kind, milliseconds } of outcomes.flatMap(({ recoveries }) => recoveries))
    longest.set(kind, Math.max(longest.get(kind) ?? 0, milliseconds));
  return [...longest].map(([kind, milliseconds]) => `${kind}: ${milliseconds} ms`).join('; ');
}
