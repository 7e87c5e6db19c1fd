import type { Throttle } from '../backend/throttle.js';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';
import type { AgentAccount } from './agent-account.js';
import { devices } from './devices.js';
import type { Passwords } from './passwords.js';
import { SignInLimits, throttled } from './sign-in-limits.js';
import { TurnsFull } from './turns.js';

/** What someone who signs in sends. */
export interface Credentials {
  username: string;
  password: string;
  address: string;
  /** The secret in the device's cookie, where it has one. */
  device: string | undefined;
}

/** An account by its username. */
export type FindAccount = (name: string) => Promise<{ id: string; value: AgentAccount } | undefined>;

export interface SignInOptions {
  throttle: Throttle;
  passwords: Passwords;
  find: FindAccount;
}

/** Checks who may sign in: counted first, then in turn, and as slow for a name that does not exist as for one that does. */
export class SignIn {
  readonly #passwords: Passwords;
  readonly #find: FindAccount;
  readonly #limits: SignInLimits;
  /** The hash that is compared for a username that does not exist. */
  readonly #nobodys: string;

  constructor({ throttle, passwords, find }: SignInOptions) {
    this.#passwords = passwords;
    this.#find = find;
    this.#limits = new SignInLimits(throttle);
    this.#nobodys = passwords.nobodys();
  }

  /** The id of the account that these open. Rejects with SIGN_IN_REFUSED, whatever the reason, or SIGN_IN_THROTTLED. */
  async check({ username, password, address, device: secret }: Credentials): Promise<string> {
    const name = toKey(username);
    const found = await this.#find(name);
    const device = devices.find(found?.value, secret);
    const attempt = await this.#limits.begin({ address, name, device });
    // A device that signed in before takes its own turns, before all others: those who guess have no such secret.
    const turn =
      device === null
        ? { keys: [`from ${addressKey(address)}`, `to ${name}`], isFresh: attempt.isFresh }
        : { keys: [device], isFirst: true };
    try {
      const stored = found?.value.passwordHash ?? this.#nobodys;
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

/** Usernames are the same in upper and lower case, and in any normal form. */
export const toKey = (username: string): string => username.normalize('NFKC').toLowerCase();
