import { limits } from '../../shared/limits.js';

/** The first administrator's account, as it is typed. */
export interface AccountDraft {
  username: string;
  displayName: string;
  password: string;
}

/** What is wrong with an account, by the member of the request that it is about. */
export type AccountErrors = Partial<Record<keyof AccountDraft, string>>;

/** The fewest characters that a password may have; the service checks it too. */
export const { passwordCharacters } = limits;

/** What can be said before asking the service. */
export function checkAccount(account: AccountDraft): AccountErrors {
  const errors: AccountErrors = {};
  if (!account.username.trim()) errors.username = 'Choose a username.';
  if (!account.displayName.trim()) errors.displayName = 'Enter the name visitors will see.';
  if (account.password.length < passwordCharacters)
    errors.password = `Use at least ${passwordCharacters} characters.`;
  return errors;
}

/** The field that a refusal's pointer is about, if it is one of the form's. */
export function toField(pointer: string | undefined): keyof AccountDraft | undefined {
  const name = pointer?.replace(/^\//, '');
  return name === 'username' || name === 'displayName' || name === 'password' ? name : undefined;
}
