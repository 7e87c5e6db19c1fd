import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inspectChatToken, verifyChatToken } from '../../../service/auth/chat-token.js';
import type { TokenRefusal } from '../../../service/auth/token-refusal.js';
import { signToken } from '../../support/sign-token.js';

const widgetId = '9b2f5a0e-7c1d-4f6a-8e3b-2d4c6a8e0f12';
const key = '3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=';
const otherKey = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
const stored = (text: string, keyId: string) => ({ keyId, key: text, createdAt: '', lastUsedAt: null });
const keys = [stored(otherKey, 'k1'), stored(key, 'k2')];
const iat = 1_780_315_200;
const payload = { sub: widgetId, iat, exp: iat + 600 };

const verify = (token: string, { now = iat + 1, live = keys } = {}) =>
  verifyChatToken(token, { widgetId, keys: live, now: now * 1000 });
const verifyPayload = (change: object, now?: number) =>
  verify(signToken({ key, payload: { ...payload, ...change } }), { now });

const accepted = suite('verifyChatToken accepts');

accepted('a token that PyJWT 2.6.0 made of the published payload', () => {
  const token =
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI5YjJmNWEwZS03YzFkLTRmNmEtOGUzYi0yZDRjNmE4ZTBmMTIiLCJpYXQiOjE3ODAzMTUyMDAsImV4cCI6MTc4MDMxNTgwMH0.EQB-ES_kZixf5FooOFuOfrmapw6nLCzQnN8D-Jofy-s';
  assert.equal(verify(token), { ok: true, claims: { customerId: null, attributes: {} }, keyId: 'k2' });
});
accepted('the same with attributes', () => {
  const token =
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI5YjJmNWEwZS03YzFkLTRmNmEtOGUzYi0yZDRjNmE4ZTBmMTIiLCJpYXQiOjE3ODAzMTUyMDAsImV4cCI6MTc4MDMxNTgwMCwiYXR0cmlidXRlcyI6eyJwbGFuIjoiZ29sZCJ9fQ.EZicx70wFfkMR7bdzpOxfibFua8dcpOfH2Znrm5l0hM';
  assert.equal(verify(token), {
    ok: true,
    claims: { customerId: null, attributes: { plan: 'gold' } },
    keyId: 'k2',
  });
});
accepted('either of two live keys, so that a key can be replaced without a gap', () => {
  const live = [stored(key, 'old'), stored(otherKey, 'new')];
  for (const [signer, keyId] of [
    [key, 'old'],
    [otherKey, 'new'],
  ] as const) {
    const result = verify(signToken({ key: signer, payload }), { live });
    assert.is(result.ok && result.keyId, keyId);
  }
});
accepted('a clock difference of less than a minute in both directions', () => {
  assert.ok(verifyPayload({}, iat - 59).ok);
  assert.ok(verifyPayload({}, iat + 659).ok);
});
accepted('a customer id, a time with a fraction, and text in any script', () => {
  const result = verifyPayload({ customerId: 'c-7', iat: iat + 0.5, attributes: { name: 'Zoë 木' } });
  assert.equal(result.ok && result.claims, { customerId: 'c-7', attributes: { name: 'Zoë 木' } });
});
accepted('a key id in the header, which it ignores', () => {
  const header = { alg: 'HS256', kid: '../../etc/passwd' };
  assert.ok(verify(signToken({ key, payload, header })).ok);
});
accepted.run();

const refused = suite('verifyChatToken refuses');
const refuses = (what: string, reason: TokenRefusal, result: () => ReturnType<typeof verify>): void => {
  refused(what, () => assert.equal(result(), { ok: false, reason }));
};
const without = (name: 'sub' | 'iat' | 'exp') => ({ ...payload, [name]: undefined });
const signed = (change: { header?: unknown; hash?: string; payload?: unknown }) =>
  verify(signToken({ key, payload, ...change }));
const good = signToken({ key, payload });
const [goodHeader, goodPayload, goodSignature] = good.split('.') as [string, string, string];

refuses('a signature by another key', 'SIGNATURE', () => verify(signToken({ key: 'x'.repeat(44), payload })));
refuses('a signature by the decoded key', 'KEY_DECODED', () =>
  verify(signToken({ key: Buffer.from(key, 'base64'), payload })),
);
for (const space of ['\n', '\r\n', ' '])
  refuses(`a key followed by ${JSON.stringify(space)}`, 'KEY_PADDED', () =>
    verify(signToken({ key: `${key}${space}`, payload })),
  );
refuses('a token of a deleted key', 'SIGNATURE', () => verify(good, { live: [keys[0]!] }));
refuses('any token if the widget has no key', 'SIGNATURE', () => verify(good, { live: [] }));
refuses('a changed signature', 'SIGNATURE', () =>
  verify(
    `${goodHeader}.${goodPayload}.${goodSignature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
  ),
);
refuses('a changed payload', 'SIGNATURE', () => {
  const changed = Buffer.from(JSON.stringify({ ...payload, exp: iat + 500 })).toString('base64url');
  return verify(`${goodHeader}.${changed}.${goodSignature}`);
});
refuses('a stripped signature', 'UNSIGNED', () => verify(`${goodHeader}.${goodPayload}.`));
refuses('two parts', 'MALFORMED', () => verify(`${goodHeader}.${goodPayload}`));
refuses('base64 with padding', 'PADDED', () => verify(`${good}=`));
refuses('plain base64', 'PADDED', () => verify(`${goodHeader}.${goodPayload}.a+b/`));
refuses('an encrypted token', 'ENCRYPTED', () => verify('a.b.c.d.e'));
refuses('junk around it', 'MALFORMED', () => verify(` ${good}\n`));
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
for (const bits of [1, 2, 3])
  refuses(`a signature with unused bits set (${bits})`, 'MALFORMED', () => {
    const last = alphabet.indexOf(good.at(-1)!);
    assert.is(last % 4, 0, 'the last of 43 characters has two unused bits');
    return verify(good.slice(0, -1) + alphabet[last + bits]);
  });
refuses('a payload with unused bits set', 'MALFORMED', () => {
  const [header, body] = signToken({ key, payload: JSON.stringify({ ...payload, x: 'y' }).padEnd(95) }).split(
    '.',
  );
  const spelled = `${header}.${body!.slice(0, -1)}${alphabet[alphabet.indexOf(body!.at(-1)!) + 1]}`;
  return verify(`${spelled}.${createHmac('sha256', key).update(spelled).digest('base64url')}`);
});
refuses('an empty token', 'MALFORMED', () => verify(''));

for (const alg of ['none', 'None'])
  refuses(`the algorithm ${alg}, signed or not`, 'UNSIGNED', () => {
    const result = signed({ header: { typ: 'JWT', alg } });
    const header = Buffer.from(JSON.stringify({ alg })).toString('base64url');
    assert.equal(verify(`${header}.${goodPayload}.`), result);
    return result;
  });
for (const alg of ['HS384', 'HS512', 'RS256', 'hs256', ['HS256'], undefined, null])
  refuses(`the algorithm ${JSON.stringify(alg)}`, 'ALGORITHM', () => signed({ header: { typ: 'JWT', alg } }));
refuses('RS256 with a valid signature', 'ALGORITHM', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const header = Buffer.from('{"alg":"RS256"}').toString('base64url');
  const signature = createSign('RSA-SHA256').update(`${header}.${goodPayload}`).sign(privateKey, 'base64url');
  return verify(`${header}.${goodPayload}.${signature}`);
});
refuses('HS512 in fact', 'SIGNATURE', () => signed({ hash: 'sha512' }));
for (const name of ['crit', 'jwk', 'jku', 'x5u', 'x5c'])
  refuses(`the header ${name}`, 'HEADER', () => signed({ header: { alg: 'HS256', [name]: ['x'] } }));

refuses('a missing sub', 'SUB', () => verify(signToken({ key, payload: without('sub') })));
refuses('the sub of another widget', 'SUB', () => verifyPayload({ sub: 'another' }));
refuses('an array as sub', 'SUB', () => verifyPayload({ sub: [widgetId] }));

refuses('a missing iat', 'IAT', () => verify(signToken({ key, payload: without('iat') })));
refuses('a missing exp', 'EXP', () => verify(signToken({ key, payload: without('exp') })));
for (const value of [String(iat), null, -1, [iat], true]) {
  refuses(`${JSON.stringify(value)} as iat`, 'IAT', () => verifyPayload({ iat: value }));
  refuses(`${JSON.stringify(value)} as exp`, 'EXP', () => verifyPayload({ exp: value }));
}
refuses('an iat in milliseconds', 'IAT_MILLISECONDS', () =>
  verifyPayload({ iat: iat * 1000, exp: iat * 1000 + 600_000 }),
);
refuses('an exp in milliseconds', 'EXP_MILLISECONDS', () => verifyPayload({ exp: (iat + 600) * 1000 }));
refuses('an nbf in milliseconds', 'NBF_MILLISECONDS', () => verifyPayload({ nbf: iat * 1000 }));
refuses('an iat beyond the range of dates', 'IAT', () =>
  verify(signToken({ key, payload: `{"sub":"${widgetId}","iat":1e309,"exp":1e309}` })),
);
refuses('text as nbf', 'NBF', () => verifyPayload({ nbf: 'now' }));
refuses('a lifetime of 601 seconds', 'LIFETIME', () => verifyPayload({ exp: iat + 601 }));
refuses('an old iat with a late exp', 'LIFETIME', () => verifyPayload({ iat: iat - 3600 }));
refuses('an exp before its iat', 'LIFETIME', () => verifyPayload({ exp: iat - 1 }));
refuses('an iat in the future', 'EARLY', () => verifyPayload({}, iat - 61));
refuses('an nbf in the future', 'EARLY', () => verifyPayload({ nbf: iat + 100 }));
refuses('an expired token', 'EXPIRED', () => verifyPayload({}, iat + 660));

refuses('a duplicate claim', 'MALFORMED', () =>
  signed({ payload: `{"sub":"${widgetId}","iat":${iat},"exp":${iat + 600},"\\u0073ub":"${widgetId}"}` }),
);
refuses('a payload that is no object', 'MALFORMED', () => signed({ payload: [payload] }));
refuses('a payload that is not UTF-8', 'MALFORMED', () => {
  const input = `${goodHeader}.${Buffer.from([0x7b, 0xff, 0x7d]).toString('base64url')}`;
  return verify(`${input}.${goodSignature}`);
});
refuses('a customer id that is no text', 'CUSTOMER_ID', () => verifyPayload({ customerId: 7 }));
for (const attributes of [
  { plan: 1 },
  { plan: true },
  { plan: null },
  { plan: ['x'] },
  { plan: {} },
  ['x'],
  'x',
  null,
  { 'a b': 'x' },
])
  refuses(`the attributes ${JSON.stringify(attributes)}`, 'ATTRIBUTES', () => verifyPayload({ attributes }));
refuses('6,145 bytes', 'TOO_LARGE', () => verify('a'.repeat(6145)));
refused.run();

const inspected = suite('inspectChatToken');
inspected('decodes a token, and names the key that signed it', () => {
  const {
    header,
    payload: read,
    keyId,
    refusals,
  } = inspectChatToken(signToken({ key, payload }), {
    ...{ widgetId, keys },
    now: iat * 1000,
  });
  assert.equal([header, read, keyId, refusals], [{ typ: 'JWT', alg: 'HS256' }, payload, 'k2', []]);
});
inspected('reports all problems at once', () => {
  const token = signToken({ key: 'x'.repeat(44), payload: { sub: 'other', iat, exp: iat + 601 } });
  const { keyId, refusals } = inspectChatToken(token, { widgetId, keys, now: iat * 1000 });
  assert.equal([keyId, refusals], [null, ['SIGNATURE', 'SUB', 'LIFETIME']]);
});
inspected.run();
