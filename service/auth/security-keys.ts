import { randomBytes } from 'node:crypto';
import { Type, type Static } from 'typebox';

/** A key that signs a widget's tokens. Stored as it is: HMAC needs the secret itself (RFC 2104). */
const SecurityKeySchema = Type.Object(
  {
    keyId: Type.String({ minLength: 1 }),
    key: Type.String({ minLength: 44, maxLength: 44 }),
    /** ISO 8601. */
    createdAt: Type.String(),
    lastUsedAt: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
);
export type SecurityKey = Static<typeof SecurityKeySchema>;

/** The live keys of one widget. */
export const WidgetKeysSchema = Type.Object(
  { keys: Type.Array(SecurityKeySchema, { maxItems: 2 }) },
  { additionalProperties: false },
);
export type WidgetKeys = Static<typeof WidgetKeysSchema>;

/** A new key: 32 random bytes in base64, so 44 characters, as Amazon Connect's. */
export const createSecurityKey = (): string => randomBytes(32).toString('base64');
