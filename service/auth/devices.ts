import { randomBytes } from 'node:crypto';
import type { AgentAccount } from './agent-account.js';
import { hashSecret, isSameHash } from './secret-hash.js';

/** Devices that an account remembers: a person's browsers, with room for those that were cleared. */
const devicesAtMost = 20;

/**
 * Devices that have signed in to an account before: each keeps a random secret as a cookie, the account keeps its hash.
 * The secret signs nobody in; it only lets the right password through while others guess (see SignInLimits).
 */
export const devices = {
  /** The secret of a new device: 256 bits. */
  secret: (): string => randomBytes(32).toString('base64url'),

  /** The hash by which the account knows this device; null where it does not. */
  find(account: AgentAccount | undefined, secret: string | undefined): string | null {
    if (!account?.devices || secret === undefined) return null;
    const hash = hashSecret(secret);
    return account.devices.some((each) => isSameHash(each.hash, hash)) ? hash : null;
  },

  /** The account's devices with this one as the newest; the one that signed in least recently makes room. */
  added(
    { devices = [] }: AgentAccount,
    secret: string,
    usedAt: number,
  ): NonNullable<AgentAccount['devices']> {
    const hash = hashSecret(secret);
    return [...devices.filter((each) => each.hash !== hash), { hash, usedAt }].slice(-devicesAtMost);
  },
};
