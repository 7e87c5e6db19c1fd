import { limits } from '../../shared/limits.js';
import type { FieldErrors } from '../forms/form-state.js';
import type { ServiceRefusal } from '../request/service-request.js';

/** The first administrator's account, as typed. */
export interface AccountDraft {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

export const emptyAccount: AccountDraft = { username: '', displayName: '', password: '' };

/** The minimum length of a password; the service checks it, too. */
export const { passwordCharacters } = limits;

/** Returns the errors that can be found without the service. */
export function checkAccount(account: AccountDraft): FieldErrors<keyof AccountDraft> {
  return {
    ...(!account.username.trim() && { username: 'Choose a username.' }),
    ...(!account.displayName.trim() && { displayName: 'Enter the name visitors will see.' }),
    ...(account.password.length < passwordCharacters && {
      password: `Use at least ${passwordCharacters} characters.`,
    }),
  };
}

/** Returns the account as the service expects it. */
export const toAccount = ({ username, displayName, password }: AccountDraft): AccountDraft => ({
  username: username.trim(),
  displayName: displayName.trim(),
  password,
});

/** Returns the form's field that a refusal concerns, if any. */
export function toField({
  code,
  pointer,
}: Pick<ServiceRefusal, 'code' | 'pointer'>): keyof AccountDraft | undefined {
  if (code === 'USERNAME_TAKEN') return 'username';
  const name = pointer?.replace(/^\//, '');
  return (Object.keys(emptyAccount) as (keyof AccountDraft)[]).find((field) => field === name);
}
