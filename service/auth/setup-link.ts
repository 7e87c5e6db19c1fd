import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import { hashSecret, isSameHash } from './secret-hash.js';

const validFor = 24 * 60 * 60_000;

/**
 * The one-time link that creates the first administrator. It is kept in memory: each start issues a new one.
 */
export interface SetupLink {
  /** Issues a new token and invalidates the previous one. */
  issue(): string;
  /** Whether the token is valid. Doesn't use it up. */
  isLive(token: string): boolean;
  /** Whether the token was valid. Uses it up. */
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
