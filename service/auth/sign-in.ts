import type { Throttle } from '../backend/throttle.js';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';
import type { AgentAccount } from './agent-account.js';
import { devices } from './devices.js';
import type { Passwords } from './passwords.js';
import { SignInLimits, throttled } from './sign-in-limits.js';
import { TurnsFull } from './turns.js';

/** What a person sends to sign in. */
export interface Credentials {
  username: string;
  password: string;
  address: string;
  /** The secret in the device's cookie, if it has one. */
  device: string | undefined;
}

/** Finds an account by its username. */
export type FindAccount = (name: string) => Promise<{ id: string; value: AgentAccount } | undefined>;

export interface SignInOptions {
  throttle: Throttle;
  passwords: Passwords;
  find: FindAccount;
}

/**
 * Checks credentials. An attempt is counted first, then waits for its turn. Unknown usernames take as long as
 * known ones.
 */
export class SignIn {
  readonly #passwords: Passwords;
  readonly #find: FindAccount;
  readonly #limits: SignInLimits;
  /** The hash that is compared for unknown usernames. */
  readonly #decoyHash: string;

  constructor({ throttle, passwords, find }: SignInOptions) {
    this.#passwords = passwords;
    this.#find = find;
    this.#limits = new SignInLimits(throttle);
    this.#decoyHash = passwords.decoyHash();
  }

  /**
   * Resolves with the id of the account. Rejects with SIGN_IN_REFUSED for any wrong credentials, or with
   * SIGN_IN_THROTTLED.
   */
  async check({ username, password, address, device: secret }: Credentials): Promise<string> {
    const name = toKey(username);
    const found = await this.#find(name);
    const device = devices.find(found?.value, secret);
    const attempt = await this.#limits.begin({ address, name, device });
    // A device that has signed in before has its own turns, before all others: guessers don't have its
    // secret.
    const turn =
      device === null
        ? { keys: [`from ${addressKey(address)}`, `to ${name}`], isFresh: attempt.isFresh }
        : { keys: [device], isFirst: true };
    try {
      const stored = found?.value.passwordHash ?? this.#decoyHash;
      const isGood = await this.#passwords.isSame(password, stored, turn);
      if (!found || !isGood || found.value.disabled) throw new ServiceError('SIGN_IN_REFUSED');
      await attempt.succeeded();
      return found.id;
    } catch (error) {
      if (!(error instanceof TurnsFull)) throw error;
      await attempt.withdrawn();
      throw throttled(error.retryAfter!);
    }
  }
}

/** Usernames are case-insensitive and the same in every normal form. */
export const toKey = (username: string): string => username.normalize('NFKC').toLowerCase();
