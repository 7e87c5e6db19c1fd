// Why: tests need tokens that no library would make: any header, any payload, any signature. Extend with `header`.
import { createHmac } from 'node:crypto';

export interface TokenParts {
  key: string | Buffer;
  payload: unknown;
  header?: unknown;
  hash?: string;
}

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A compact JSON Web Token. A header or payload given as text is used as its JSON. */
export function signToken({
  key,
  payload,
  header = { typ: 'JWT', alg: 'HS256' },
  hash = 'sha256',
}: TokenParts): string {
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`;
}
