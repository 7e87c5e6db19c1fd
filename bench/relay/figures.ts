/** One figure of one subject, measured once or several times. */
export interface Reading {
  /** What was measured, as the table has it. */
  figure: string;
  subject: string;
  unit: string;
  values: number[];
}

/** What one part of the bench is given, and adds its readings to. */
export interface Bench {
  /** The folder of the built service; others that are measured beside it, by name. */
  dist: string;
  beside: [name: string, dist: string][];
  /** Names of subjects that are left out. */
  without: string[];
  rounds: number;
  /** Milliseconds for which each subject is measured in a round. */
  milliseconds: number;
  note(figure: string, subject: string, reading: { value: number; unit: string }): void;
  say(progress: string): void;
}

/** One part of the bench: everything that is measured beside each other. */
export type Part = (bench: Bench) => Promise<void>;

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
