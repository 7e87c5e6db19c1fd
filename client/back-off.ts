const first = 500;
/** For some two minutes nobody waits longer: who starts a service again sees everyone back within five seconds. */
const soon = 4_000;
const soonAttempts = 40;
const longest = 30_000;

/**
 * Milliseconds to wait before attempt number `attempt` (from 0): doubling up to four seconds, half a minute after many of
 * those, and anywhere between a half and the whole of that, so that everyone who lost the same service doesn't return at
 * the same moment.
 */
export function backOff(attempt: number, random: number): number {
  const most = attempt < soonAttempts ? soon : longest;
  const whole = Math.min(most, first * 2 ** Math.min(attempt, 16));
  return Math.round(whole * (0.5 + random / 2));
}
