import { randomBytes } from 'node:crypto';
import { toMonotonic, type Clock } from '../clock.js';
import type { AgentAccount } from './agent-account.js';
import { hashSecret, isSameHash } from './secret-hash.js';

/** A session as its account keeps it: the hash of its secret, and when it ends, in milliseconds since 1970. */
export type StoredSession = AgentAccount['sessions'][number];

/** Milliseconds that a session lasts. */
export const sessionLasts = 12 * 60 * 60_000;
const sessionsAtMost = 10;

/**
 * How long sessions last. Their end is stored as wall time; in this process they last as long as was left when they were
 * seen first, whatever the wall clock is set to.
 */
export class Sessions {
  readonly #clock: Clock;
  /** By the hash of its secret, the monotonic time at which a session ends. */
  readonly #ends = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes up the sessions of an account, at the start. */
  know({ sessions }: AgentAccount): void {
    for (const session of sessions) this.#leftOf(session);
  }

  /** A new session, and its secret. */
  create(): { session: StoredSession; secret: string } {
    const secret = randomBytes(32).toString('base64url');
    const session = { hash: hashSecret(secret), until: this.#clock.now() + sessionLasts };
    this.#ends.set(session.hash, this.#clock.monotonic() + sessionLasts);
    return { session, secret };
  }

  /** The account's live sessions with one more; the oldest makes room. */
  added({ sessions }: AgentAccount, session: StoredSession): StoredSession[] {
    return [...sessions.filter((each) => this.#leftOf(each) > 0), session].slice(-sessionsAtMost);
  }

  /** Milliseconds until the session with this secret ends; 0 where the account has no such session. */
  left({ sessions }: AgentAccount, secret: string): number {
    const hash = hashSecret(secret);
    const found = sessions.find((each) => isSameHash(each.hash, hash));
    return found ? this.#leftOf(found) : 0;
  }

  /** Drops what is known of sessions, by the hashes of their secrets. */
  forget(hashes: readonly string[]): void {
    for (const hash of hashes) this.#ends.delete(hash);
  }

  #leftOf({ hash, until }: StoredSession): number {
    const end = this.#ends.get(hash) ?? toMonotonic(this.#clock, until, { within: sessionLasts });
    this.#ends.set(hash, end);
    return Math.max(0, end - this.#clock.monotonic());
  }
}
