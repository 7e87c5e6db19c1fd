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
  it('shows a changed account in its place, and closes the dialog that asked', () => {
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

  it('shows a new account as the last one, also where the list was never read', () => {
    const change = { account: account({ agentId: 'a4' }), done: 'was added', question: undefined };
    expect(ids(withAccount(page(), change))).to.deep.equal(['a1', 'a2', 'a3', 'a4']);
    expect(ids(withAccount(initialAccounts, change))).to.deep.equal(['a4']);
  });

  it('keeps the dialog that was opened since', () => {
    const other: AccountQuestion = { kind: 'password', account: samir };
    const after = withAccount(page({ question: other }), {
      account: maria,
      done: 'was updated',
      question: edit,
    });
    expect(after.question).to.equal(other);
  });

  it('says a refusal in the dialog that asked, or on the page once that is closed', () => {
    const inDialog = withRefusal(page({ question: edit }), 'No.', edit);
    expect([inDialog.refusal, inDialog.problem]).to.deep.equal(['No.', '']);
    const onPage = withRefusal(page(), 'No.', edit);
    expect([onPage.refusal, onPage.problem]).to.deep.equal(['', 'No.']);
  });

  it('forgets with each new dialog what was said before', () => {
    const after = withQuestion(page({ news: 'Done.', problem: 'No.', refusal: 'No.' }), edit);
    expect([after.question, after.news, after.problem, after.refusal]).to.deep.equal([edit, '', '', '']);
  });

  it('has each account once, whatever comes in which order', () => {
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
