import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** How passwords are kept: as a hash with its salt and cost, `scrypt$N$r$p$salt$hash`, so that the cost may rise later. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Compares in constant time. A stored text that is no hash of ours fits no password. */
  isSame(password: string, stored: string): Promise<boolean>;
}

/** OWASP Password Storage Cheat Sheet: N = 2^17, r = 8, p = 1, which is 128 MiB and about half a second a try. */
const recommended = 2 ** 17;
const length = 32;
const memoryAtMost = 160 * 1024 * 1024;

const form = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w+/=]+)\$([\w+/=]{44})$/;

export function createPasswords({ N = recommended }: { N?: number } = {}): Passwords {
  // One after another: many at once must not take the machine's memory.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> => {
    const derived = turn.then(() => derive(password, salt, cost));
    turn = derived.catch(() => undefined);
    return derived;
  };

  return {
    async hash(password) {
      const salt = randomBytes(16);
      const hash = await inTurn(password, salt, { N, r: 8, p: 1 });
      return ['scrypt', N, 8, 1, salt.toString('base64'), hash.toString('base64')].join('$');
    },
    async isSame(password, stored) {
      const [, N, r, p, salt = '', hash = ''] = form.exec(stored) ?? [];
      if (N === undefined) return false;
      const expected = Buffer.from(hash, 'base64');
      const cost = { N: Number(N), r: Number(r), p: Number(p) };
      const derived = await inTurn(password, Buffer.from(salt, 'base64'), cost);
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
