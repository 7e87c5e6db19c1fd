import type { QueueChoice } from '../../state/flow-and-queue.js';
import type { Account } from './account-form.js';

/** The dialog that is open. */
export type AccountQuestion =
  { kind: 'edit'; account?: Account } | { kind: 'password' | 'disable'; account: Account };

/** What the page of staff accounts shows. */
export interface AccountsState {
  /** Undefined until they are read. */
  readonly list: readonly Account[] | undefined;
  readonly queues: readonly QueueChoice[];
  readonly question: AccountQuestion | undefined;
  /** What was done last, in a sentence. */
  readonly news: string;
  /** What went wrong on the page, and in the dialog that is open; in a sentence each. */
  readonly problem: string;
  readonly refusal: string;
  readonly isBusy: boolean;
}

/** What is known before the service has answered. */
export const initialAccounts: AccountsState = {
  list: undefined,
  queues: [],
  question: undefined,
  news: '',
  problem: '',
  refusal: '',
  isBusy: false,
};

/** A dialog opens: what was said before is over. */
export const withQuestion = (state: AccountsState, question: AccountQuestion): AccountsState => ({
  ...state,
  question,
  news: '',
  problem: '',
  refusal: '',
});

/** What the service made of an account. */
export interface AccountChange {
  account: Account;
  /** What was done, after the name of the account: "was added". */
  done: string;
  /** The dialog that asked for it. */
  question: AccountQuestion | undefined;
}

/**
 * An account as it is after a change, in its place or as the last one. The dialog that asked closes; its answer may come
 * after it was closed by Escape, and another dialog that is open by then stays.
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

/** A refusal shows in the dialog that asked, or on the page if that is closed. */
export const withRefusal = (
  state: AccountsState,
  message: string,
  question: AccountQuestion | undefined,
): AccountsState =>
  question && state.question === question ? { ...state, refusal: message } : { ...state, problem: message };
