import * as clientLimits from '../shared/client-limits.js';

/**
 * Returns how many characters may still be added to a message; negative if it is too long. `isLong` says that long
 * messages are allowed: their limit is in UTF-8 bytes, converted to characters of the kind that the text has.
 */
export function charactersLeft(text: string, isLong: boolean | undefined): number {
  const { length } = text;
  if (!isLong) return clientLimits.messageCharacters - length;
  const bytes = new TextEncoder().encode(text).length;
  return Math.floor((clientLimits.longMessageBytes - bytes) * (length / bytes || 1));
}
