const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * Formats how long ago a moment was, in the largest unit that fits: "3 seconds ago". Both times are in milliseconds
 * since 1970.
 */
export function timeAgo(moment: number, now: number): string {
  const seconds = Math.max(0, Math.floor((now - moment) / 1000));
  const [name, size] = units.find(([, length]) => seconds >= length) ?? ['second', 1];
  const count = Math.floor(seconds / size);
  if (count === 0) return 'just now';
  return `${count} ${name}${count === 1 ? '' : 's'} ago`;
}
