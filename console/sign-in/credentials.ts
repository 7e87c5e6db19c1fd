import type { FieldErrors } from '../forms/form-state.js';

/** What somebody signs in with, as it is typed. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** What is missing, the first thing only: a form that is sent empty by a slip is no list of faults. */
export function findMissing({ username, password }: Credentials): FieldErrors<keyof Credentials> {
  if (!username.trim()) return { username: 'Enter your username.' };
  if (!password) return { password: 'Enter your password.' };
  return {};
}
