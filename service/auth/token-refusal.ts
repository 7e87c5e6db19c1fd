import { inWords } from '../../shared/in-words.js';
import { limits } from '../../shared/limits.js';
import { keyCharacters } from './security-keys.js';

/**
 * Why the token of a chat is refused, and what the website's developer can do about it. Visitors get the same
 * error for every reason.
 */
export const tokenRefusals = {
  MISSING: 'No token received. Check your page’s `authenticate` function.',
  TOO_LARGE: `The token is larger than ${inWords(limits.tokenBytes)} bytes. Put less into \`attributes\`.`,
  MALFORMED: 'This isn’t a token. A token is three base64url texts joined by dots: header.claims.signature.',
  PADDED: 'The token uses plain base64. Use base64url: no +, / or =.',
  ENCRYPTED: 'The token is encrypted (JWE). Sign it instead, with HS256.',
  UNSIGNED: 'The token isn’t signed. Sign it with HS256 and this widget’s key.',
  ALGORITHM: '`alg` must be HS256.',
  HEADER: 'The header may contain `typ`, `alg` and `kid` only.',
  SIGNATURE:
    'The signature matches no key of this widget. Was the key replaced, or is it another widget’s key?',
  KEY_DECODED: `The token is signed with the decoded key. Use the ${keyCharacters} characters as they are.`,
  KEY_PADDED: `The key has a space or a line break around it. Remove it: the key is exactly ${keyCharacters} characters long.`,
  SUB: '`sub` must be this widget’s ID.',
  IAT: '`iat` must be a number: the current time in seconds since 1970.',
  IAT_MILLISECONDS: '`iat` is in milliseconds; use seconds.',
  EXP: '`exp` must be a number: the time at which the token expires, in seconds since 1970.',
  EXP_MILLISECONDS: '`exp` is in milliseconds; use seconds.',
  NBF: '`nbf` must be a number: a time in seconds since 1970.',
  NBF_MILLISECONDS: '`nbf` is in milliseconds; use seconds.',
  LIFETIME: `\`exp\` must be 1 to ${limits.tokenSeconds} seconds after \`iat\`.`,
  EARLY: 'The token isn’t valid yet. Check your web server’s clock.',
  EXPIRED: 'The token has expired. Create a new one for each chat.',
  CUSTOMER_ID: `\`customerId\` must be a text of 1 to ${limits.customerIdCharacters} characters.`,
  ATTRIBUTES: `\`attributes\` must be an object of texts: up to ${limits.attributes}, with names made of letters, digits, - and _.`,
} as const;

/** A reason to refuse a token: for logs and administrators only. */
export type TokenRefusal = keyof typeof tokenRefusals;
