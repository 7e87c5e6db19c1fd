import { randomBytes } from 'node:crypto';
import { hashSecret } from './secret-hash.js';

/**
 * Creates a participant token, `<contactId>.<secret>` with 256 random bits, and the hash of its secret. The
 * service stores only the hash.
 */
export function createParticipantToken(contactId: string): { token: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { token: `${contactId}.${secret}`, hash: hashSecret(secret) };
}

/** The contact that a token names and the hash to look up there. Null if the text can't be a token. */
export function readParticipantToken(token: string): { contactId: string; hash: string } | null {
  const [, contactId, secret] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? [];
  return contactId === undefined || secret === undefined ? null : { contactId, hash: hashSecret(secret) };
}
