// Why: there is one right token and endlessly many wrong ones. Extend with every trick that a verifier fell
// for.
import { createHmac } from 'node:crypto';
import { signToken } from '../../support/sign-token.js';

export interface TokenCase {
  name: string;
  token: string;
}

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/**
 * Tokens that a widget with this id and key must refuse, at a time (seconds since 1970) at which a good one
 * is valid.
 */
export function badTokens(widgetId: string, key: string, now: number): TokenCase[] {
  const payload = { sub: widgetId, iat: now - 1, exp: now + 500 };
  const good = signToken({ key, payload });
  const [header = '', body = '', signature = ''] = good.split('.');
  const mac = createHmac('sha256', key).update(`${header}.${body}`).digest();
  const withSignature = (bytes: Buffer): string => `${header}.${body}.${bytes.toString('base64url')}`;
  const withHeader = (change: object, secret: string | Buffer = key): string =>
    signToken({ key: secret, payload, header: { alg: 'HS256', ...change } });
  const flipped = (bit: number): Buffer => {
    const bytes = Buffer.from(mac);
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    return bytes;
  };
  const cases: [string, string][] = [
    // The signature
    ['no signature', `${header}.${body}.`],
    ['no signature, and no dot', `${header}.${body}`],
    ...[1, 8, 16, 31].map((length): [string, string] => [
      `the first ${length} bytes of the signature`,
      withSignature(mac.subarray(0, length)),
    ]),
    ['a signature and one byte more', withSignature(Buffer.concat([mac, Buffer.from([0])]))],
    ['the signature twice', withSignature(Buffer.concat([mac, mac]))],
    ['a signature of zeros', withSignature(Buffer.alloc(32))],
    ['a signature of ones', withSignature(Buffer.alloc(32, 255))],
    ...[0, 7, 128, 255].map((bit): [string, string] => [
      `a signature with bit ${bit} turned`,
      withSignature(flipped(bit)),
    ]),
    ['the signature backwards', withSignature(Buffer.from(mac).reverse())],
    ['the signature in hexadecimal', `${header}.${body}.${mac.toString('hex')}`],
    ['the signature in base64', `${header}.${body}.${mac.toString('base64')}`],
    ['the signature with padding', `${good}=`],
    [
      'the signature with a line break',
      `${header}.${body}.${signature.slice(0, 20)}\n${signature.slice(20)}`,
    ],
    ['a signature of the payload alone', withSignature(createHmac('sha256', key).update(body).digest())],
    ['a signature by an empty key', signToken({ key: '', payload })],
    ['a signature by the decoded key', signToken({ key: Buffer.from(key, 'base64'), payload })],
    ['a signature by the key and a NUL', signToken({ key: `${key}\u0000x`, payload })],
    ['a signature by SHA-1', signToken({ key, payload, hash: 'sha1' })],
    ['a signature by SHA-512', signToken({ key, payload, hash: 'sha512' })],
    // The header
    ...[
      'none',
      'None',
      'NONE',
      '',
      'hs256',
      'HS256 ',
      'HS384',
      'HS512',
      'RS256',
      'ES256',
      'EdDSA',
      'dir',
    ].map((alg): [string, string] => [`alg ${JSON.stringify(alg)}`, withHeader({ alg })]),
    ['alg none and no signature', `${part({ alg: 'none' })}.${body}.`],
    ['alg in a list', withHeader({ alg: ['HS256'] })],
    ['no alg', signToken({ key, payload, header: { typ: 'JWT' } })],
    ['a header that is a list', signToken({ key, payload, header: ['HS256'] })],
    ['a header that is no JSON', signToken({ key, payload, header: '{alg:HS256}' })],
    ['alg twice', signToken({ key, payload, header: '{"alg":"none","alg":"HS256"}' })],
    ['crit', withHeader({ crit: ['exp'] })],
    ['jwk with a key of its own', withHeader({ jwk: { kty: 'oct', k: 'AAAA' } }, Buffer.alloc(3))],
    ['jku', withHeader({ jku: 'https://evil.example/keys' })],
    ['x5u', withHeader({ x5u: 'https://evil.example/certificate' })],
    ['b64 false', withHeader({ b64: false, crit: ['b64'] })],
    ['zip', withHeader({ zip: 'DEF' })],
    // The serialization
    ['nothing', ''],
    ['dots', '..'],
    ['four parts', `${good}.${signature}`],
    ['five parts', `${good}.${signature}.${signature}`],
    ['an empty header', `.${body}.${signature}`],
    ['an empty payload', `${header}..${signature}`],
    ['the JSON serialization', JSON.stringify({ protected: header, payload: body, signature })],
    ['white space before it', ` ${good}`],
    ['a word before it', `Bearer ${good}`],
    ['a NUL behind it', `${good}\u0000`],
    ['too many bytes', signToken({ key, payload: { ...payload, more: 'x'.repeat(6_000) } })],
    // The claims
    ['another widget', signToken({ key, payload: { ...payload, sub: `${widgetId}x` } })],
    ['no widget', signToken({ key, payload: { iat: payload.iat, exp: payload.exp } })],
    ['a list of widgets', signToken({ key, payload: { ...payload, sub: [widgetId] } })],
    ['the widget twice', signToken({ key, payload: `{"sub":"x",${JSON.stringify(payload).slice(1)}` })],
    ['an end in the past', signToken({ key, payload: { ...payload, iat: now - 500, exp: now - 61 } })],
    ['a beginning in the future', signToken({ key, payload: { ...payload, iat: now + 300 } })],
    ['more than ten minutes', signToken({ key, payload: { ...payload, exp: now + 600 } })],
    ['an end before the beginning', signToken({ key, payload: { ...payload, exp: now - 2 } })],
    ['an end as a text', signToken({ key, payload: { ...payload, exp: String(now + 500) } })],
    [
      'an end that is too large',
      signToken({ key, payload: JSON.stringify(payload).replace(/"exp":\d+/, '"exp":1e999') }),
    ],
    ['no end', signToken({ key, payload: { sub: widgetId, iat: now } })],
    ['no beginning', signToken({ key, payload: { sub: widgetId, exp: now + 500 } })],
    ['an attribute that is no text', signToken({ key, payload: { ...payload, attributes: { a: 1 } } })],
    [
      'an attribute named __proto__',
      signToken({ key, payload: `${JSON.stringify(payload).slice(0, -1)},"attributes":{"__proto__":"x"}}` }),
    ],
    [
      'a payload in UTF-16',
      `${header}.${Buffer.from(JSON.stringify(payload), 'utf16le').toString('base64url')}.${signature}`,
    ],
  ];
  return cases.map(([name, token]) => ({ name, token }));
}
