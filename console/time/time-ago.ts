import { countUnits, unitOf } from './time-units.js';

/**
 * Formats how long ago a moment was, in the largest unit that fits: "3 seconds ago". Both times are in milliseconds
 * since 1970.
 */
export function timeAgo(moment: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - moment) / 1000));
  const [name, size] = unitOf(seconds);
  const count = Math.floor(seconds / size);
  if (count === 0) return 'just now';
  return `${countUnits(count, name)} ago`;
}
