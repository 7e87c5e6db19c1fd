import { availableParallelism } from 'node:os';
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { createTurns, type Turn, type Turns } from './turns.js';

/**
 * Hashes and compares passwords. A hash includes its salt and cost, `scrypt$N$r$p$salt$hash`, so that the
 * cost may rise later.
 */
export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * Compares in constant time when the turn comes. A stored text that isn't such a hash matches no password.
   * Rejects with {@link TurnsFull} if too many comparisons wait.
   */
  isSame(password: string, stored: string, turn: Turn): Promise<boolean>;
  /** A hash that matches no password, with the same cost as all others. */
  decoyHash(): string;
}

/** OWASP Password Storage Cheat Sheet: N = 2^17, r = 8, p = 1, which is 128 MiB and about half a second a try. */
const recommended = 2 ** 17;
const length = 32;
const memoryAtMost = 160 * 1024 * 1024;

const form = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w+/=]+)\$([\w+/=]{44})$/;

/**
 * At most two comparisons at once for clients that may be guessing, and fewer than there are cores: scrypt
 * occupies a core, and would take twice as long on the service's own. One more for known devices, so that
 * they don't wait for unknown ones. Together that is 384 MiB of memory, and three of the four threads that
 * Node has for files and hashes.
 */
const defaultTurns = (): Turns => {
  const others = Math.max(1, Math.min(2, availableParallelism() - 1));
  return createTurns({ atOnce: { others, all: others + 1 }, waitingAtMost: { first: 64, others: 8 } });
};
/** New passwords are set by people who are signed in, or who set up the service. */
const setting: Turn = { keys: ['new password'], isFirst: true };

export function createPasswords({ N = recommended, turns = defaultTurns() } = {}): Passwords {
  return {
    async hash(password) {
      const salt = randomBytes(16);
      return toText(N, salt, await turns.run(setting, () => derive(password, salt, { N, r: 8, p: 1 })));
    },
    decoyHash: () => toText(N, randomBytes(16), randomBytes(length)),
    async isSame(password, stored, turn) {
      const [, N, r, p, salt = '', hash = ''] = form.exec(stored) ?? [];
      if (N === undefined) return false;
      const expected = Buffer.from(hash, 'base64');
      const cost = { N: Number(N), r: Number(r), p: Number(p) };
      const derived = await turns.run(turn, () => derive(password, Buffer.from(salt, 'base64'), cost));
      return derived.length === expected.length && timingSafeEqual(derived, expected);
    },
  };
}

const toText = (N: number, salt: Buffer, hash: Buffer): string =>
  ['scrypt', N, 8, 1, salt.toString('base64'), hash.toString('base64')].join('$');

function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  // Keyboards differ in the normal form of the same letters (NIST SP 800-63B §5.1.1.2).
  const text = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, length, { ...cost, maxmem: memoryAtMost }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
