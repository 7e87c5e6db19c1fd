import { clientLimits } from '../shared/client-limits.js';

/**
 * How many characters more a message may have; below zero, how many it has too many. `isLong` is where long messages are
 * allowed: their limit is in UTF-8 bytes, which are given as characters of the kind that the text has.
 */
export function charactersLeft(text: string, isLong: boolean | undefined): number {
  const { length } = text;
  if (!isLong) return clientLimits.messageCharacters - length;
  const bytes = new TextEncoder().encode(text).length;
  return Math.floor((clientLimits.longMessageBytes - bytes) * (length / bytes || 1));
}
