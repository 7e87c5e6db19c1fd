import { randomBytes } from 'node:crypto';
import { toMonotonic, type Clock } from '../clock.js';
import type { AgentAccount } from './agent-account.js';
import { hashSecret, isSameHash } from './secret-hash.js';

/** A session as its account stores it: the hash of its secret, and its end in milliseconds since 1970. */
export type StoredSession = AgentAccount['sessions'][number];

/** Length of a session in milliseconds. */
export const sessionLasts = 12 * 60 * 60_000;
const sessionsAtMost = 10;

/**
 * The expiry of sessions. Their end is stored as wall time. In this process, a session lasts as long as it
 * had left when the process first saw it, even if the wall clock is set.
 */
export class Sessions {
  readonly #clock: Clock;
  /** The monotonic time at which each session ends, by the hash of its secret. */
  readonly #ends = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Learns an account's sessions at the start. */
  learn({ sessions }: AgentAccount): void {
    for (const session of sessions) this.#leftOf(session);
  }

  /** Creates a session and its secret. */
  create(): { session: StoredSession; secret: string } {
    const secret = randomBytes(32).toString('base64url');
    const session = { hash: hashSecret(secret), until: this.#clock.now() + sessionLasts };
    this.#ends.set(session.hash, this.#clock.monotonic() + sessionLasts);
    return { session, secret };
  }

  /** The account's live sessions and this one. If there are too many, the oldest is dropped. */
  added({ sessions }: AgentAccount, session: StoredSession): StoredSession[] {
    return [...sessions.filter((each) => this.#leftOf(each) > 0), session].slice(-sessionsAtMost);
  }

  /** Milliseconds until the session with this secret ends; 0 if the account has no such session. */
  left({ sessions }: AgentAccount, secret: string): number {
    const hash = hashSecret(secret);
    const found = sessions.find((each) => isSameHash(each.hash, hash));
    return found ? this.#leftOf(found) : 0;
  }

  /** Forgets sessions, by the hashes of their secrets. */
  forget(hashes: readonly string[]): void {
    for (const hash of hashes) this.#ends.delete(hash);
  }

  #leftOf({ hash, until }: StoredSession): number {
    const end = this.#ends.get(hash) ?? toMonotonic(this.#clock, until, { within: sessionLasts });
    this.#ends.set(hash, end);
    return Math.max(0, end - this.#clock.monotonic());
  }
}
