import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import {
  initialAccounts,
  withAccount,
  withQuestion,
  withRefusal,
  type AccountQuestion,
  type AccountsState,
} from '../../../../../console/admin/accounts/state/accounts-state.js';
import { account, ada, maria, samir } from '../../../../support/console/open-accounts.js';

const edit: AccountQuestion = { kind: 'edit', account: maria };
const page = (change: Partial<AccountsState> = {}): AccountsState => ({
  ...initialAccounts,
  list: [ada, maria, samir],
  ...change,
});
const ids = ({ list }: AccountsState) => list?.map(({ agentId }) => agentId);

describe('the state of the accounts page', () => {
  it('replaces a changed account in place, and closes its dialog', () => {
    const after = withAccount(page({ question: edit }), {
      account: account({ displayName: 'Maria B' }),
      done: 'was updated',
      question: edit,
    });
    expect(ids(after)).to.deep.equal(['a1', 'a2', 'a3']);
    expect([after.list![1]!.displayName, after.news, after.question]).to.deep.equal([
      'Maria B',
      'Maria B was updated.',
      undefined,
    ]);
  });

  it('appends a new account, also to a list that was never loaded', () => {
    const change = { account: account({ agentId: 'a4' }), done: 'was added', question: undefined };
    expect(ids(withAccount(page(), change))).to.deep.equal(['a1', 'a2', 'a3', 'a4']);
    expect(ids(withAccount(initialAccounts, change))).to.deep.equal(['a4']);
  });

  it('keeps a dialog open that was opened in the meantime', () => {
    const other: AccountQuestion = { kind: 'password', account: samir };
    const after = withAccount(page({ question: other }), {
      account: maria,
      done: 'was updated',
      question: edit,
    });
    expect(after.question).to.equal(other);
  });

  it('shows a refusal in its dialog, or on the page if that is closed', () => {
    const inDialog = withRefusal(page({ question: edit }), 'No.', edit);
    expect([inDialog.refusal, inDialog.problem]).to.deep.equal(['No.', '']);
    const onPage = withRefusal(page(), 'No.', edit);
    expect([onPage.refusal, onPage.problem]).to.deep.equal(['', 'No.']);
  });

  it('clears earlier messages when a dialog opens', () => {
    const after = withQuestion(page({ news: 'Done.', problem: 'No.', refusal: 'No.' }), edit);
    expect([after.question, after.news, after.problem, after.refusal]).to.deep.equal([edit, '', '', '']);
  });

  it('lists each account once, in any order of changes', () => {
    const changes = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 20 });
    fc.assert(
      fc.property(changes, (numbers) => {
        const after = numbers.reduce(
          (state, number) =>
            withAccount(state, {
              account: account({ agentId: `a${number}` }),
              done: 'was added',
              question: undefined,
            }),
          page(),
        );
        expect(new Set(ids(after)).size).to.equal(after.list!.length);
        expect(ids(after)).to.include.members(numbers.map((number) => `a${number}`));
      }),
    );
  });
});
