import { Type } from 'typebox';

/** A picture's address, or nothing. No character that could end an attribute is in it. */
export const pictureAddressPattern = '^(https://[^\\s"\'<>\\\\]{1,2040})?$';

/** The same as a member; `what` says whose picture it is, for people. */
export const pictureAddress = (what: string) =>
  Type.String({
    pattern: pictureAddressPattern,
    default: '',
    description: `${what}, beginning with https://, or nothing.`,
  });
