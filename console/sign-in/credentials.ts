import type { FieldErrors } from '../forms/form-state.js';

/** The username and password, as typed. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Returns an error for the first empty field. One error is enough for a form that was sent empty by mistake. */
export function findMissing({ username, password }: Credentials): FieldErrors<keyof Credentials> {
  if (!username.trim()) return { username: 'Enter your username.' };
  if (!password) return { password: 'Enter your password.' };
  return {};
}
