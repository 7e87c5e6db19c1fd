import { randomBytes } from 'node:crypto';
import { Type, type Static } from 'typebox';
import { limits } from '../../shared/limits.js';

const keyBytes = 32;
/** The length of a key: every 3 bytes are 4 characters of base64 (RFC 4648 §4). */
export const keyCharacters = Math.ceil(keyBytes / 3) * 4;

/** A key that signs a widget's tokens. Stored in plain text: HMAC needs the secret itself (RFC 2104). */
const SecurityKeySchema = Type.Object(
  {
    keyId: Type.String({ minLength: 1 }),
    key: Type.String({ minLength: keyCharacters, maxLength: keyCharacters }),
    /** ISO 8601. */
    createdAt: Type.String(),
    lastUsedAt: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
);
export type SecurityKey = Static<typeof SecurityKeySchema>;

/** The live keys of one widget. */
export const WidgetKeysSchema = Type.Object(
  { keys: Type.Array(SecurityKeySchema, { maxItems: limits.securityKeys }) },
  { additionalProperties: false },
);
export type WidgetKeys = Static<typeof WidgetKeysSchema>;

/** Creates a key: random bytes in base64, as long as Amazon Connect's. */
export const createSecurityKey = (): string => randomBytes(keyBytes).toString('base64');
