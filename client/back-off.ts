const first = 500;
const longest = 30_000;

/**
 * Milliseconds to wait before attempt number `attempt` (from 0): doubling up to half a minute, and anywhere between a
 * half and the whole of that, so that everyone who lost the same service doesn't return at the same moment.
 */
export function backOff(attempt: number, random: number): number {
  const whole = Math.min(longest, first * 2 ** Math.min(attempt, 16));
  return Math.round(whole * (0.5 + random / 2));
}
