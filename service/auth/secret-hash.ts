import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The stored hash of a random secret. One round of SHA-256 is enough: 256 random bits can't be guessed,
 * however fast the hash is.
 */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Compares in constant time. */
export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
