import type { QueueChoice } from '../../state/flow-and-queue.js';
import type { Account } from './account-form.js';

/** The dialog that is open. */
export type AccountQuestion =
  { kind: 'edit'; account?: Account } | { kind: 'password' | 'disable'; account: Account };

/** The state of the page of staff accounts. */
export interface AccountsState {
  /** Undefined until the service has responded. */
  readonly list: readonly Account[] | undefined;
  readonly queues: readonly QueueChoice[];
  readonly question: AccountQuestion | undefined;
  /** What was done last, in a sentence. */
  readonly news: string;
  /** `problem` is shown on the page, `refusal` in the open dialog; each is a sentence. */
  readonly problem: string;
  readonly refusal: string;
  readonly isBusy: boolean;
}

/** The state before the service has responded. */
export const initialAccounts: AccountsState = {
  list: undefined,
  queues: [],
  question: undefined,
  news: '',
  problem: '',
  refusal: '',
  isBusy: false,
};

/** Returns the state with a dialog open, and earlier messages cleared. */
export const withQuestion = (state: AccountsState, question: AccountQuestion): AccountsState => ({
  ...state,
  question,
  news: '',
  problem: '',
  refusal: '',
});

/** A change of an account that the service has made. */
export interface AccountChange {
  account: Account;
  /** What was done, after the name of the account: "was added". */
  done: string;
  /** The dialog that asked for it. */
  question: AccountQuestion | undefined;
}

/**
 * Returns the state with a changed or new account. It closes the dialog that caused the change, but not another one
 * that was opened before the service responded.
 */
export function withAccount(state: AccountsState, { account, done, question }: AccountChange): AccountsState {
  const list = state.list ?? [];
  const isKnown = list.some(({ agentId }) => agentId === account.agentId);
  return {
    ...state,
    list: isKnown
      ? list.map((each) => (each.agentId === account.agentId ? account : each))
      : [...list, account],
    question: state.question === question ? undefined : state.question,
    problem: '',
    news: `${account.displayName} ${done}.`,
  };
}

/** Returns the state with a refusal: in the dialog that caused it, or on the page if that dialog is closed. */
export const withRefusal = (
  state: AccountsState,
  message: string,
  question: AccountQuestion | undefined,
): AccountsState =>
  question && state.question === question ? { ...state, refusal: message } : { ...state, problem: message };
