import { limits } from '../../../../shared/limits.js';
import { pictureAddressPattern } from '../../../../shared/picture-address.js';
import type { FieldErrors } from '../../../forms/form-state.js';
import type { ServiceRefusal } from '../../../request/service-request.js';

/** The role of an account, which defines its rights. */
export type Role = 'admin' | 'supervisor' | 'agent';

/** An account, as the REST API returns it. */
export interface Account {
  agentId: string;
  username: string;
  displayName: string;
  role: Role;
  queues: string[];
  maxChats: number;
  pictureUrl: string;
  disabled: boolean;
}

/** An account, as typed. An empty password means that none was entered. */
export interface AccountForm {
  username: string;
  displayName: string;
  password: string;
  role: Role;
  queues: string[];
  maxChats: string;
  pictureUrl: string;
}

/** What the number of chats at once may be, in a sentence. */
export const chatsRule = `A number from 1 to ${limits.chatsAtOnce}.`;

/** What a picture's address may be, in a sentence. */
export const pictureRule = 'An address that begins with https://.';
const picture = new RegExp(pictureAddressPattern);

export const roleNames: Record<Role, string> = {
  admin: 'Administrator',
  supervisor: 'Supervisor',
  agent: 'Agent',
};

/** Returns the form of an existing account, or of a new one. */
export const toForm = (account?: Account): AccountForm => ({
  username: account?.username ?? '',
  displayName: account?.displayName ?? '',
  password: '',
  role: account?.role ?? 'agent',
  queues: account?.queues ?? ['default'],
  maxChats: String(account?.maxChats ?? 3),
  pictureUrl: account?.pictureUrl ?? '',
});

/** What a password may be, in a sentence. */
export const passwordRule = `${limits.passwordCharacters} characters or more. A short passphrase works well.`;

export const isPasswordGood = (password: string): boolean => password.length >= limits.passwordCharacters;

/** Returns the errors that can be found without the service. */
export function checkForm(form: AccountForm, isNew: boolean): FieldErrors<keyof AccountForm> {
  const maxChats = Number(form.maxChats);
  const takesChats = Number.isInteger(maxChats) && maxChats >= 1 && maxChats <= limits.chatsAtOnce;
  return {
    ...(!form.username.trim() && { username: 'Choose a username.' }),
    ...(!form.displayName.trim() && { displayName: 'Enter a name.' }),
    ...(isNew && !isPasswordGood(form.password) && { password: passwordRule }),
    ...(!takesChats && { maxChats: chatsRule }),
    ...(!picture.test(form.pictureUrl.trim()) && { pictureUrl: pictureRule }),
  };
}

/** Returns the body of the request: the whole account to create it, or only the changed members to update it. */
export function toBody(form: AccountForm, account?: Account): Record<string, unknown> {
  const whole: Record<string, unknown> = {
    username: form.username.trim(),
    displayName: form.displayName.trim(),
    role: form.role,
    queues: form.queues,
    maxChats: Number(form.maxChats),
    pictureUrl: form.pictureUrl.trim(),
  };
  if (!account) return { ...whole, password: form.password };
  const known = new Map<string, unknown>(Object.entries(account));
  const isOther = ([name, value]: [string, unknown]): boolean => !isSame(known.get(name), value);
  return Object.fromEntries(Object.entries(whole).filter(isOther));
}

/** Queues are a set: unticking and ticking one again changes their order only. */
function isSame(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((each) => other.includes(each));
}

/** Returns the form's field that a refusal concerns, if any. */
export function toField({
  code,
  pointer = '',
}: Pick<ServiceRefusal, 'code' | 'pointer'>): keyof AccountForm | undefined {
  if (code === 'USERNAME_TAKEN') return 'username';
  const [name] = pointer.slice(1).split('/');
  return (Object.keys(toForm()) as (keyof AccountForm)[]).find((field) => field === name);
}
