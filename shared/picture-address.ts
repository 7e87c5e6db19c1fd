import { Type } from 'typebox';

/** The address of a picture, or an empty text. Excludes characters that could end an HTML attribute. */
export const pictureAddressPattern = '^(https://[^\\s"\'<>\\\\]{1,2040})?$';

/** The schema of such a member; `what` names the picture in its description. */
export const pictureAddress = (what: string) =>
  Type.String({
    pattern: pictureAddressPattern,
    default: '',
    description: `${what}, beginning with https://, or nothing.`,
  });
