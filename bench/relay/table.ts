import { median, type Reading } from './figures.js';

const yardstick = 'raw ws';

/** All readings as a Markdown table: medians, each with its ratio to the baseline. */
export function toTable(readings: Reading[]): string {
  const subjects = unique(readings.map(({ subject }) => subject));
  const figures = unique(readings.map(({ figure }) => figure));
  const rows = figures.map((figure) => {
    const own = readings.filter((reading) => reading.figure === figure);
    const base = own.find(({ subject }) => subject === yardstick);
    const cells = subjects.map((subject) =>
      cellOf(
        own.find((reading) => reading.subject === subject),
        base,
      ),
    );
    return `| ${[figure, ...cells].join(' | ')} |`;
  });
  const rule = `| --- |${' ---: |'.repeat(subjects.length)}`;
  return [`| | ${subjects.join(' | ')} |`, rule, ...rows].join('\n');
}

function cellOf(reading: Reading | undefined, base: Reading | undefined): string {
  if (!reading) return '–';
  const value = median(reading.values);
  const shown = `${value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1)} ${reading.unit}`;
  return base && base !== reading ? `${shown} (${(value / median(base.values)).toFixed(2)})` : shown;
}

const unique = (texts: string[]): string[] => [...new Set(texts)];
