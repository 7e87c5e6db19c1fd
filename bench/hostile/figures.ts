/** A measured figure, and its limit. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** The value must be less than this. If omitted, it must be 0. */
  under?: number;
  /** The same figure without an attack, in the same run. */
  quiet?: number;
}

export const isPassed = ({ value, under }: Figure): boolean =>
  under === undefined ? value === 0 : value < under;

/** Prints each figure beside its limit. Returns whether all are within theirs. */
export function printFigures(figures: readonly Figure[]): boolean {
  for (const figure of figures) {
    const { name, value, unit, under, quiet } = figure;
    const must = under === undefined ? 'must be 0' : `must be under ${round(under)}`;
    const beside = quiet === undefined ? '' : `, quiet ${round(quiet)}`;
    const measured = `${round(value)}${unit && ` ${unit}`}`;
    console.log(`${isPassed(figure) ? 'PASS' : 'MISS'}  ${name}: ${measured} (${must}${beside})`);
  }
  return figures.every(isPassed);
}

const round = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));
