import type { ServiceErrorCode } from '../errors.js';
import type { NewEntry } from './entry.js';

/** The result of a command: entries to append, the number that it got before, or a refusal. */
export type Decision = { entries: NewEntry[] } | { repeats: number } | Refusal;

/** Nothing is appended, and the caller gets this error. */
export interface Refusal {
  refused: ServiceErrorCode;
  message?: string;
  pointer?: string;
}

/** Nothing to append, and no error. */
export const nothing: Decision = { entries: [] };
