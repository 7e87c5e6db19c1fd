import { figures, median, type Answers, type Bound, type Figure, type FigureName } from './figures.js';

/** One figure of every subject, ours first; a sentence if there is no number. */
export interface Row extends Figure {
  name: FigureName;
  values: (number | string | undefined)[];
  /** Our value divided by the best peer's. */
  ratio: number | undefined;
}

/** The median of all rounds. A subject that gave no answer in any round has none. */
export function summarise(rounds: Answers[][]): Row[] {
  return (Object.keys(figures) as FigureName[])
    .map((name) => {
      const values = rounds.map((answers) => summariseOne(answers.map((answer) => answer[name])));
      const [ours, ...peers] = values;
      // A subject without an answer in a minute has needed more than that.
      const atLeast =
        name.startsWith('open') && peers.some((value) => typeof value === 'string') ? 60_000 : Infinity;
      const best = Math.min(atLeast, ...peers.filter((value) => typeof value === 'number'));
      const ratio = typeof ours === 'number' && Number.isFinite(best) && best > 0 ? ours / best : undefined;
      return { name, ...figures[name], values, ratio };
    })
    .filter(({ values }) => values.some((value) => value !== undefined));
}

function summariseOne(values: (number | string | undefined)[]): number | string | undefined {
  const known = values.filter((value) => value !== undefined);
  return (
    known.find((value) => typeof value === 'string') ??
    (known.length > 0 ? median(known as number[]) : undefined)
  );
}

/** The rows as a Markdown table. */
export function toTable(rows: Row[], names: string[]): string {
  const head = ['', ...names, 'ours / best peer'];
  const show = ({ unit, digits }: Figure, value: number | string | undefined): string =>
    typeof value === 'number' ? `${value.toFixed(digits)}${unit && ` ${unit}`}` : (value ?? 'not tried');
  const body = rows.map((row) => [
    row.title,
    ...row.values.map((value) => show(row, value)),
    row.ratio === undefined ? '–' : row.ratio.toFixed(2),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((cells) => cells[column]!.length)));
  const line = (cells: string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}

/** A line for each budget, with whether it is met. */
export function toVerdicts(rows: Row[]): string {
  return rows
    .filter(({ must, aim }) => must ?? aim)
    .map((row) => `${row.title}: ${[judge(row, 'must'), judge(row, 'aim')].filter(Boolean).join(', ')}`)
    .join('\n');
}

function judge(row: Row, kind: 'must' | 'aim'): string {
  const bound: Bound | undefined = row[kind];
  if (!bound) return '';
  const isRatio = bound.ofBestPeer !== undefined;
  const value = isRatio ? row.ratio : row.values[0];
  const limit = isRatio
    ? `${bound.ofBestPeer} of the best peer`
    : `${bound.value}${row.unit && ` ${row.unit}`}`;
  const atMost = (isRatio ? bound.ofBestPeer : bound.value)!;
  const verdict =
    typeof value !== 'number'
      ? 'unknown: no peer has an answer'
      : value <= atMost
        ? 'reached'
        : 'NOT REACHED';
  return `${kind} (≤ ${limit}) ${verdict}`;
}
