import { expect, fixture, html } from '@open-wc/testing';
import { untouchedForm } from '../../../console/forms/form-state.js';
import { emptyAccount, passwordCharacters } from '../../../console/setup/account-draft.js';
import {
  renderChecking,
  renderIncompleteLink,
  renderRefusedLink,
  renderSetupForm,
  type SetupForm,
} from '../../../console/setup/render-setup.js';
import { control, readingOf, type } from '../../support/console/press.js';

const show = (content: unknown) => fixture<HTMLElement>(html`<main>${content}</main>`);
const openForm = (change: Partial<SetupForm> = {}) =>
  show(
    renderSetupForm({
      account: emptyAccount,
      state: untouchedForm,
      onInput: () => undefined,
      onSubmit: (event) => event.preventDefault(),
      ...change,
    }),
  );

describe('what the set-up page shows', () => {
  it('announces that the link is being checked', async () => {
    const page = await show(renderChecking());
    expect(page.querySelector('[role="status"]')!.textContent).to.equal('Checking your link…');
  });

  for (const [state, content, reason] of [
    ['incomplete', renderIncompleteLink(), 'including everything after the #'],
    ['refused', renderRefusedLink(), 'restart the service to get a new link'],
  ] as const)
    it(`explains a link that is ${state}, is accessible, and leads to the sign-in`, async () => {
      const page = await show(content);
      await expect(page).to.be.accessible();
      expect(readingOf(page)).to.contain(reason);
      expect(control(page, 'Sign in').getAttribute('href')).to.equal('/agent/');
      const heading = page.querySelector('h1')!;
      heading.focus();
      expect(heading.matches(':focus'), 'the heading can take the focus').to.equal(true);
    });

  it('asks for an account, and says what a password takes', async () => {
    const page = await openForm();
    await expect(page).to.be.accessible();
    expect(readingOf(page)).to.contain(`At least ${passwordCharacters} characters.`);
    expect(control<HTMLInputElement>(page, 'Password').autocomplete).to.equal('new-password');
  });

  it('tells what is typed under the name of its field', async () => {
    const typed: object[] = [];
    const page = await openForm({ onInput: (change) => typed.push(change) });
    type(page, 'Username', 'maria');
    type(page, 'Your name', 'Maria');
    type(page, 'Password', 'four words in a row');
    expect(typed).to.deep.equal([
      { username: 'maria' },
      { displayName: 'Maria' },
      { password: 'four words in a row' },
    ]);
  });

  it('shows what is wrong beside the fields, and above them what concerns none', async () => {
    const state = { errors: { username: 'Choose a username.' }, problem: 'No connection.', isBusy: false };
    const page = await openForm({ state });
    expect(control(page, 'Username').getAttribute('aria-invalid')).to.equal('true');
    expect(control(page, 'Password').getAttribute('aria-invalid')).to.equal('false');
    expect(page.querySelector('[role="alert"]')!.textContent).to.equal('No connection.');
  });

  it('says that the account is being created', async () => {
    const page = await openForm({ state: { ...untouchedForm, isBusy: true } });
    expect(control(page, 'Creating…').getAttribute('aria-disabled')).to.equal('true');
  });
});
