import { randomBytes } from 'node:crypto';
import type { AgentAccount } from './agent-account.js';
import { hashSecret, isSameHash } from './secret-hash.js';

/** Devices that an account remembers: enough for a person's browsers, cleared ones included. */
const devicesAtMost = 20;

/**
 * Devices that have signed in to an account before. Each keeps a random secret in a cookie; the account keeps
 * its hash. The secret doesn't sign anyone in: it lets the owner's sign-in through while others guess
 * passwords (see SignInLimits).
 */
export const devices = {
  /** The secret of a new device: 256 bits. */
  secret: (): string => randomBytes(32).toString('base64url'),

  /** The hash of this device's secret if the account knows the device; otherwise null. */
  find(account: AgentAccount | undefined, secret: string | undefined): string | null {
    if (!account?.devices || secret === undefined) return null;
    const hash = hashSecret(secret);
    return account.devices.some((each) => isSameHash(each.hash, hash)) ? hash : null;
  },

  /**
   * The account's devices with this one as the newest. If there are too many, the one with the oldest sign-in
   * is dropped.
   */
  added(
    { devices = [] }: AgentAccount,
    secret: string,
    usedAt: number,
  ): NonNullable<AgentAccount['devices']> {
    const hash = hashSecret(secret);
    return [...devices.filter((each) => each.hash !== hash), { hash, usedAt }].slice(-devicesAtMost);
  },
};
