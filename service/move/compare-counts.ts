/** One row: what was counted, in the folder and in the database. */
export interface Counted {
  what: string;
  here: number;
  there: number;
}

/** The rows as a table for the operator. Throws a sentence if a count differs. */
export function compare(rows: readonly Counted[]): string {
  const wrong = rows.filter(({ here, there }) => here !== there);
  if (wrong.length > 0) {
    const found = wrong.map(({ what, here, there }) => `${there} instead of ${here} ${what}`).join(', ');
    throw new Error(`The copy differs from the data folder: ${found}.`);
  }
  const number = (count: number): string => count.toLocaleString('en').padStart(14);
  const line = ({ what, here, there }: Counted): string =>
    `  ${what.padEnd(18)}${number(here)}${number(there)}`;
  const head = `  ${''.padEnd(18)}${'data folder'.padStart(14)}${'database'.padStart(14)}`;
  return [head, ...rows.map(line)].join('\n');
}
