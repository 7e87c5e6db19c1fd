/** Units of time with their lengths in seconds, the longest first. */
const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** The longest unit that a duration has at least `times` times, or else the second; and its length in seconds. */
export const unitOf = (seconds: number, times = 1): readonly [name: string, length: number] =>
  units.find(([, length]) => seconds >= times * length) ?? units[3];

/** A number of units in words: "1 minute", "3 minutes". */
export const countUnits = (count: number, name: string): string =>
  `${count} ${name}${count === 1 ? '' : 's'}`;
