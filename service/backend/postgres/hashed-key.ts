import { createHash } from 'node:crypto';

/** A short key for any text: texts may be long, or have U+0000, which PostgreSQL does not take. */
export const hashedKey = (...texts: string[]): string =>
  createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 22);
