import { availableParallelism } from 'node:os';
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { createTurns, type Turn, type Turns } from './turns.js';

/** How passwords are kept: as a hash with its salt and cost, `scrypt$N$r$p$salt$hash`, so that the cost may rise later. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * Compares in constant time, when it is this turn's time. A stored text that is no hash of ours fits no password.
   * Rejects with {@link TurnsFull} where too many wait.
   */
  isSame(password: string, stored: string, turn: Turn): Promise<boolean>;
}

/** OWASP Password Storage Cheat Sheet: N = 2^17, r = 8, p = 1, which is 128 MiB and about half a second a try. */
const recommended = 2 ** 17;
const length = 32;
const memoryAtMost = 160 * 1024 * 1024;

const form = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w+/=]+)\$([\w+/=]{44})$/;

/**
 * Two at once, on a machine that has the cores: 256 MiB of memory, and half of Node's four threads for files and hashes.
 * Of those who may be guessing eight wait at most, so that whoever is let in waits for some two seconds and not longer.
 */
const defaultTurns = (): Turns =>
  createTurns({ atOnce: Math.min(2, availableParallelism()), waitingAtMost: { first: 64, others: 8 } });
/** New passwords are set by those who are signed in, or set the service up. */
const setting: Turn = { key: 'new password', isFirst: true };

export function createPasswords({ N = recommended, turns = defaultTurns() } = {}): Passwords {
  return {
    async hash(password) {
      const salt = randomBytes(16);
      const hash = await turns.run(setting, () => derive(password, salt, { N, r: 8, p: 1 }));
      return ['scrypt', N, 8, 1, salt.toString('base64'), hash.toString('base64')].join('$');
    },
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

function derive(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  // The same letters typed on another keyboard may come in another normal form (NIST SP 800-63B §5.1.1.2).
  const text = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, length, { ...cost, maxmem: memoryAtMost }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
