import type { Outcome } from '../../test/faults/fault-run.js';

/** The table's row of one run. */
export function toRow({ measure, verdict, faults, messages, recoveries, ...rest }: Outcome) {
  const { lost, doubled, reordered, phantom, refused } = verdict;
  const counts = [lost, doubled, reordered, phantom, refused].map(({ length }) => length);
  const { kill = 0, freeze = 0, 'visitors vanish': visitors = 0, 'agents vanish': agents = 0 } = faults;
  const all = Object.values(faults).reduce((sum, count) => sum + count, 0);
  const sorted = [...recoveries].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const wrong = counts.reduce((sum, count) => sum + count, 0) + Math.abs(rest.contactsTooMany);
  return {
    wrong,
    cells: [
      ...[measure.seed, measure.chats, messages, kill, all - kill - freeze - visitors - agents],
      ...[freeze, visitors + agents, ...counts, rest.contactsTooMany],
      ...[`${at(0.5)} / ${at(1)} ms`, `${Math.round(rest.milliseconds / 1000)} s`],
    ],
  };
}

const heads = [
  ...['seed', 'chats', 'messages', 'kills', 'network faults', 'freezes', 'vanished'],
  ...['lost', 'doubled', 'reordered', 'phantom', 'refused', 'contacts too many'],
  ...['all live again, median / longest', 'took'],
];

/** Outcomes as a Markdown table. */
export function toTable(outcomes: readonly Outcome[]): string {
  const rows = [heads, heads.map(() => '---:'), ...outcomes.map((outcome) => toRow(outcome).cells)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
