import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import { hashSecret, isSameHash } from './secret-hash.js';

const validFor = 24 * 60 * 60_000;

/** The one-time link with which the first administrator is created. It lives in memory: each start issues its own. */
export interface SetupLink {
  /** A new token; the one before is worth nothing any more. */
  issue(): string;
  /** Whether this is the token, still valid; it stays so. */
  isLive(token: string): boolean;
  /** Whether this was the token, still valid; it is spent by that. */
  redeem(token: string): boolean;
}

export function createSetupLink({ clock }: { clock: Clock }): SetupLink {
  let live: { hash: string; until: number } | null = null;

  const isLive = (token: string): boolean =>
    live !== null && clock.monotonic() < live.until && isSameHash(hashSecret(token), live.hash);

  return {
    isLive,
    issue() {
      const token = randomBytes(32).toString('base64url');
      live = { hash: hashSecret(token), until: clock.monotonic() + validFor };
      return token;
    },
    redeem(token) {
      if (!isLive(token)) return false;
      live = null;
      return true;
    },
  };
}
