const first = 500;
/**
 * The first attempts, over about two minutes, stay close together: after a restart of the service everyone is back
 * within five seconds.
 */
const soon = 4_000;
const soonAttempts = 40;
const longest = 30_000;

/**
 * Returns the milliseconds to wait before attempt number `attempt`, counted from 0. The delay doubles up to four
 * seconds, and is half a minute after many attempts. It is shortened by a random part of up to half, so that the
 * clients of a service that failed do not all return at the same moment.
 */
export function backOff(attempt: number, random: number): number {
  const most = attempt < soonAttempts ? soon : longest;
  const whole = Math.min(most, first * 2 ** Math.min(attempt, 16));
  return Math.round(whole * (0.5 + random / 2));
}
