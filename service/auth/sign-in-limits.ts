import type { Throttle, ThrottleKey } from '../backend/throttle.js';
import { ServiceError } from '../errors.js';
import { addressKey } from '../limits/address-key.js';

/** Where an attempt to sign in comes from, and for which account. */
export interface SignInSource {
  address: string;
  /** The username, normalized. */
  name: string;
  /** The hash of the device's secret, if the device has signed in to this account before; otherwise null. */
  device: string | null;
}

/** An attempt. It counts as a failure until one of these methods is called. */
export interface CountedAttempt {
  /** Whether neither this address nor this name has failed recently. */
  isFresh: boolean;
  succeeded(): Promise<void>;
  /** The attempt was not made, because the queue was full. */
  withdrawn(): Promise<void>;
}

/** Failures without a delay. An address may be a whole office, and a name may be tried from everywhere. */
const free = { address: 20, addressAndName: 5, name: 50, device: 5 };

/** The throttle keys of an attempt. */
interface CountedBy {
  /** The keys whose failures a success forgives: all of them were typing errors of the same person. */
  personal: ThrottleKey[];
  shared: ThrottleKey[];
}

/**
 * Limits password guessing per address, per address and name, and per name. A device that has signed in to
 * the account before has its own count instead, so that an attacker can't lock the account's owner out.
 */
export class SignInLimits {
  readonly #throttle: Throttle;

  constructor(throttle: Throttle) {
    this.#throttle = throttle;
  }

  /** Counts an attempt before it is made. Rejects with SIGN_IN_THROTTLED if it is too early. */
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

/** The error for an attempt that may be repeated after this many seconds. */
export function throttled(seconds: number): ServiceError {
  const wait = seconds < 120 ? count(seconds, 'second') : count(Math.ceil(seconds / 60), 'minute');
  const message = `Too many attempts. You can try again in ${wait}.`;
  return new ServiceError('SIGN_IN_THROTTLED', { message, retryAfter: seconds });
}

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;
