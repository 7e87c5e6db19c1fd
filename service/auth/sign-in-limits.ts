import type { Clock } from '../clock.js';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';
import { createSignInThrottle, type SignInThrottle } from './sign-in-throttle.js';

/** Where an attempt to sign in comes from, and whose account it names. */
export interface SignInSource {
  address: string;
  /** The username, in one spelling. */
  name: string;
  /** The hash of the secret of a device that has signed in to this account before; null for any other. */
  device: string | null;
}

/** An attempt that was counted as a failure, until one of these says otherwise. */
export interface CountedAttempt {
  /** Whether nothing failed from there, or for that name, of late. */
  isFresh: boolean;
  succeeded(): void;
  /** It was not made: there was no room for it. */
  withdrawn(): void;
}

/** Failures that cost nothing. An address may be a whole office, and a name may be tried from everywhere. */
const free = { address: 20, addressAndName: 5, name: 50, device: 5 };

interface Counted {
  throttle: SignInThrottle;
  key: string;
  /** Whether a success shows that all failures were slips of the same person. */
  isPersonal: boolean;
}

/**
 * Limits guessing per address, per address and name, and per name. A device that has signed in to the account before
 * counts by itself instead, so that nobody who guesses, wherever they are, can keep the account's owner out.
 */
export class SignInLimits {
  readonly #addresses: SignInThrottle;
  readonly #pairs: SignInThrottle;
  readonly #names: SignInThrottle;
  readonly #devices: SignInThrottle;

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#addresses = createSignInThrottle({ clock, free: free.address });
    this.#pairs = createSignInThrottle({ clock, free: free.addressAndName });
    this.#names = createSignInThrottle({ clock, free: free.name });
    this.#devices = createSignInThrottle({ clock, free: free.device });
  }

  /** Counts an attempt before it is made. Throws SIGN_IN_THROTTLED where it may not be made yet. */
  begin(source: SignInSource): CountedAttempt {
    const counted = this.#countedBy(source);
    const wait = Math.max(...counted.map(({ throttle, key }) => throttle.waitOf(key)));
    if (wait > 0) throw throttled(Math.ceil(wait / 1000));
    const isFresh = counted.every(({ throttle, key }) => throttle.countOf(key) === 0);
    for (const { throttle, key } of counted) throttle.count(key);
    return {
      isFresh,
      succeeded() {
        for (const { throttle, key, isPersonal } of counted)
          if (isPersonal) throttle.forget(key);
          else throttle.uncount(key);
      },
      withdrawn() {
        for (const { throttle, key } of counted) throttle.uncount(key);
      },
    };
  }

  #countedBy({ address, name, device }: SignInSource): Counted[] {
    if (device !== null) return [{ throttle: this.#devices, key: device, isPersonal: true }];
    const from = addressKey(address);
    return [
      { throttle: this.#addresses, key: from, isPersonal: false },
      { throttle: this.#pairs, key: `${from} ${name}`, isPersonal: true },
      { throttle: this.#names, key: name, isPersonal: false },
    ];
  }
}

/** The refusal of an attempt that may be made after so many seconds. */
export function throttled(seconds: number): ServiceError {
  const wait = seconds < 120 ? count(seconds, 'second') : count(Math.ceil(seconds / 60), 'minute');
  const message = `Too many attempts. You can try again in ${wait}.`;
  return new ServiceError('SIGN_IN_THROTTLED', { message, retryAfter: seconds });
}

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;
