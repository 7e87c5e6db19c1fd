import type { Throttle, ThrottleKey } from '../backend/throttle.js';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';

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
  /** Nothing failed from this address, or for this name, of late. */
  isFresh: boolean;
  succeeded(): Promise<void>;
  /** It was not made, because there was no room for it. */
  withdrawn(): Promise<void>;
}

/** Failures that cost nothing. An address may be a whole office, and a name may be tried from everywhere. */
const free = { address: 20, addressAndName: 5, name: 50, device: 5 };

/** What an attempt counts under. */
interface CountedBy {
  /** A success shows that all failures of these were slips of the same person. */
  personal: ThrottleKey[];
  shared: ThrottleKey[];
}

/**
 * Limits guessing per address, per address and name, and per name. A device that has signed in to the account before
 * counts by itself instead, so that nobody who guesses, wherever they are, can keep the account's owner out.
 */
export class SignInLimits {
  readonly #throttle: Throttle;

  constructor(throttle: Throttle) {
    this.#throttle = throttle;
  }

  /** Counts an attempt before it is made. Rejects with SIGN_IN_THROTTLED if it may not be made yet. */
  async begin(source: SignInSource): Promise<CountedAttempt> {
    const throttle = this.#throttle;
    const { personal, shared } = countedBy(source);
    const { wait, failures } = await throttle.attempt([...shared, ...personal]);
    if (wait > 0) throw throttled(Math.ceil(wait / 1000));
    return {
      isFresh: failures === 0,
      async succeeded() {
        await throttle.forget(personal);
        await throttle.uncount(shared);
      },
      withdrawn: () => throttle.uncount([...shared, ...personal]),
    };
  }
}

function countedBy({ address, name, device }: SignInSource): CountedBy {
  if (device !== null) return { personal: [{ kind: 'device', key: device, free: free.device }], shared: [] };
  const from = addressKey(address);
  return {
    personal: [{ kind: 'address and name', key: `${from} ${name}`, free: free.addressAndName }],
    shared: [
      { kind: 'address', key: from, free: free.address },
      { kind: 'name', key: name, free: free.name },
    ],
  };
}

/** The refusal of an attempt that may be made after so many seconds. */
export function throttled(seconds: number): ServiceError {
  const wait = seconds < 120 ? count(seconds, 'second') : count(Math.ceil(seconds / 60), 'minute');
  const message = `Too many attempts. You can try again in ${wait}.`;
  return new ServiceError('SIGN_IN_THROTTLED', { message, retryAfter: seconds });
}

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;
