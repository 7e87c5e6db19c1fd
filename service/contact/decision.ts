import type { ServiceErrorCode } from '../errors.js';
import type { NewEntry } from './entry.js';

/** What becomes of a command: entries to append, the number it had before, or a refusal. */
export type Decision = { entries: NewEntry[] } | { repeats: number } | Refusal;

/** Nothing happens, and whoever asked is told why. */
export interface Refusal {
  refused: ServiceErrorCode;
  message?: string;
  pointer?: string;
}

/** Nothing to do, and nothing wrong. */
export const nothing: Decision = { entries: [] };
