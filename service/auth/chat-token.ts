import { createVerifier } from 'fast-jwt';
import { limits } from '../../shared/limits.js';
import { hasDuplicateNames } from './duplicate-names.js';
import type { SecurityKey } from './security-keys.js';
import type { TokenRefusal } from './token-refusal.js';

/** Allowed difference between the clocks of website and service, in seconds. */
const skew = 60;
/** Headers that tell a verifier which key to trust or what it must understand (RFC 7515 §4.1). */
const refusedHeaders = ['crit', 'jwk', 'jku', 'x5u', 'x5c', 'b64', 'zip', 'enc'];
const attributeName = /^[A-Za-z0-9_-]{1,127}$/;

/** What the website vouches for. */
export interface ChatClaims {
  customerId: string | null;
  attributes: Record<string, string>;
}

export type VerifiedToken =
  { ok: true; claims: ChatClaims; keyId: string } | { ok: false; reason: TokenRefusal };

export interface ChatTokenOptions {
  widgetId: string;
  /** All live keys of the widget. */
  keys: readonly SecurityKey[];
  /** Milliseconds since 1970. */
  now: number;
}

type Part = Record<string, unknown>;

/** A decoded token with all reasons for refusing it. */
export interface InspectedToken {
  /** Null if the header can't be read. */
  header: Part | null;
  payload: Part | null;
  /** The live key that signed the token. */
  keyId: string | null;
  /** All problems of the token; empty if it is valid. */
  refusals: TokenRefusal[];
}

/**
 * Checks the token with which a website starts a chat: a JSON Web Token (RFC 7519) with HS256, signed with
 * one of the widget's keys. Its `sub` is the widget's id; `iat` and `exp` are at most ten minutes apart. The
 * key is used as text, undecoded, as Amazon Connect's sample does ("Pass the snippet a JWT").
 */
export function verifyChatToken(token: string, options: ChatTokenOptions): VerifiedToken {
  const { keyId, payload, refusals } = inspectChatToken(token, options);
  if (refusals[0] || keyId === null) return { ok: false, reason: refusals[0] ?? 'SIGNATURE' };
  const { customerId = null, attributes = {} } = payload as Partial<ChatClaims>;
  return { ok: true, claims: { customerId, attributes }, keyId };
}

/** The same check; reports every problem. */
export function inspectChatToken(token: string, { widgetId, keys, now }: ChatTokenOptions): InspectedToken {
  const unread = { header: null, payload: null, keyId: null };
  if (Buffer.byteLength(token) > limits.tokenBytes) return { ...unread, refusals: ['TOO_LARGE'] };
  const decoded = decode(token);
  if (!decoded) return { ...unread, refusals: [shapeProblem(token)] };
  const { header, payload } = decoded;
  const isUnsigned = isNone(header.alg) || token.endsWith('.');
  const hasHeader = refusedHeaders.some((name) => Object.hasOwn(header, name));
  const isReadable = header.alg === 'HS256' && !hasHeader && !isUnsigned;
  const keyId = isReadable ? signerOf(token, keys) : null;
  const refusals: (TokenRefusal | null)[] = [
    isUnsigned ? 'UNSIGNED' : header.alg === 'HS256' ? null : 'ALGORITHM',
    hasHeader ? 'HEADER' : null,
    isReadable && keyId === null ? signatureProblem(token, keys) : null,
    payload.sub === widgetId ? null : 'SUB',
    timeProblem(payload, now / 1000),
    claimProblem(payload),
  ];
  return { header, payload, keyId, refusals: refusals.filter((refusal) => refusal !== null) };
}

const signerOf = (token: string, keys: readonly SecurityKey[]): string | null =>
  keys.find((live) => passes(signatureCheckOf(live), token))?.keyId ?? null;

/** Detects two common mistakes with the key: it was decoded first, or read with a line break. */
function signatureProblem(token: string, keys: readonly SecurityKey[]): TokenRefusal {
  if (keys.some(({ key }) => isSignedWith(Buffer.from(key, 'base64'), token))) return 'KEY_DECODED';
  const isPadded = keys.some(({ key }) =>
    [`${key}\n`, `${key}\r\n`, `${key} `].some((padded) => isSignedWith(padded, token)),
  );
  return isPadded ? 'KEY_PADDED' : 'SIGNATURE';
}

const isNone = (alg: unknown): boolean => typeof alg === 'string' && alg.toLowerCase() === 'none';

/** Why a text isn't a compact serialization. */
function shapeProblem(token: string): TokenRefusal {
  if (/^[\w-]+(\.[\w-]*){4}$/.test(token)) return 'ENCRYPTED';
  return /^[\w+/-]+=*\.[\w+/-]+=*\.[\w+/-]*=*$/.test(token) && /[+/=]/.test(token) ? 'PADDED' : 'MALFORMED';
}

/**
 * Decodes header and payload of a compact serialization (RFC 7515 §7.1): three parts of base64url without
 * padding. The third may be empty, as libraries write unsigned tokens (RFC 7519 §6.1).
 */
function decode(token: string): { header: Part; payload: Part } | null {
  const [, first, second, signature] = /^([\w-]+)\.([\w-]+)\.([\w-]*)$/.exec(token) ?? [];
  if (![first, second, signature].every(isCanonical)) return null;
  const header = parsePart(first);
  const payload = parsePart(second);
  return header && payload && { header, payload };
}

/**
 * Whether a part is canonical base64url. The last character may have bits that no byte needs; without this
 * check a signature would have up to 16 spellings (RFC 4648 §3.5).
 */
const isCanonical = (part: string | undefined): boolean =>
  part !== undefined && Buffer.from(part, 'base64url').toString('base64url') === part;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parsePart(part: string | undefined): Part | null {
  if (part === undefined) return null;
  try {
    const text = utf8.decode(Buffer.from(part, 'base64url'));
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && !hasDuplicateNames(text) ? (value as Part) : null;
  } catch {
    return null;
  }
}

type Verify = (token: string) => unknown;

/** Checks the signature only. The times are checked elsewhere, each with its own reason. */
const createSignatureCheck = (key: string | Buffer): Verify =>
  createVerifier({ key, algorithms: ['HS256'], ignoreExpiration: true, ignoreNotBefore: true, cache: false });

/** By live key, because creating one takes longer than a check. */
const signatureChecks = new WeakMap<SecurityKey, Verify>();

function signatureCheckOf(live: SecurityKey): Verify {
  const known = signatureChecks.get(live) ?? createSignatureCheck(live.key);
  signatureChecks.set(live, known);
  return known;
}

function isSignedWith(key: string | Buffer, token: string): boolean {
  return passes(createSignatureCheck(key), token);
}

function passes(verify: Verify, token: string): boolean {
  try {
    verify(token);
    return true;
  } catch {
    return false;
  }
}

/** A time in seconds since 1970 (RFC 7519 §2 NumericDate) within the range of dates. */
const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 8.64e12;

/**
 * 10¹² seconds are the year 33658, and 10¹² milliseconds the year 2001: larger numbers are milliseconds by
 * mistake.
 */
const isMilliseconds = (value: number | undefined): boolean => value !== undefined && value >= 1e12;

function timeProblem({ iat, exp, nbf }: Part, now: number): TokenRefusal | null {
  if (!isTime(iat)) return 'IAT';
  if (isMilliseconds(iat)) return 'IAT_MILLISECONDS';
  if (!isTime(exp)) return 'EXP';
  if (isMilliseconds(exp)) return 'EXP_MILLISECONDS';
  if (nbf !== undefined && !isTime(nbf)) return 'NBF';
  if (isMilliseconds(nbf)) return 'NBF_MILLISECONDS';
  if (exp <= iat || exp - iat > limits.tokenSeconds) return 'LIFETIME';
  if (Math.max(iat, nbf ?? 0) > now + skew) return 'EARLY';
  return exp <= now - skew ? 'EXPIRED' : null;
}

function claimProblem({ customerId, attributes }: Part): TokenRefusal | null {
  const isName =
    typeof customerId === 'string' &&
    customerId.length >= 1 &&
    customerId.length <= limits.customerIdCharacters;
  if (customerId !== undefined && !isName) return 'CUSTOMER_ID';
  if (attributes === undefined) return null;
  const isObject = typeof attributes === 'object' && attributes !== null && !Array.isArray(attributes);
  if (!isObject) return 'ATTRIBUTES';
  const isGood = ([name, value]: [string, unknown]): boolean =>
    attributeName.test(name) && name !== '__proto__' && typeof value === 'string';
  const entries = Object.entries(attributes);
  return entries.length <= limits.attributes && entries.every(isGood) ? null : 'ATTRIBUTES';
}
