/** One figure of one subject, measured once or several times. */
export interface Reading {
  /** The name of the figure in the table. */
  figure: string;
  subject: string;
  unit: string;
  values: number[];
}

/** The options of a part of the bench, and the list to which it adds its readings. */
export interface Bench {
  /** The folder of the built service, and other builds to compare with, by name. */
  dist: string;
  beside: [name: string, dist: string][];
  /** Names of subjects to leave out. */
  without: string[];
  rounds: number;
  /** Milliseconds for which each subject is measured in a round. */
  milliseconds: number;
  note(figure: string, subject: string, reading: { value: number; unit: string }): void;
  say(progress: string): void;
}

/** One part of the bench: figures that are measured together. */
export type Part = (bench: Bench) => Promise<void>;

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
