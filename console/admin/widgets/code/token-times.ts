import { countUnits, unitOf } from '../../../time/time-units.js';

/** A time of 10¹² or more is in milliseconds by mistake (10¹² seconds is the year 33658). The service reports that. */
const isSeconds = (value: unknown): value is number => typeof value === 'number' && value < 1e12;

/**
 * Says when a token was created and when it expires: "Created 2 minutes ago, expires in 8 minutes.". A claim that is
 * missing or invalid is left out. `now` is in seconds since 1970, like the claims.
 */
export function tokenTimes({ iat, exp }: Record<string, unknown>, now: number): string {
  const said: string[] = [];
  if (isSeconds(iat)) said.push(`Created ${distance(iat - now)}`);
  if (isSeconds(exp)) said.push(`${exp < now ? 'expired' : 'expires'} ${distance(exp - now)}`);
  const sentence = said.join(', ');
  return sentence && `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function distance(seconds: number): string {
  const length = Math.round(Math.abs(seconds));
  const [name, size] = unitOf(length, 2);
  const text = countUnits(Math.round(length / size), name);
  return seconds < 0 ? `${text} ago` : `in ${text}`;
}
