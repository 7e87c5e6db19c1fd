import { expect, fixture, html } from '@open-wc/testing';
import { untouchedForm } from '../../../console/forms/form-state.js';
import { renderCredentials, type CredentialsForm } from '../../../console/sign-in/render-credentials.js';
import { control, press, type } from '../../support/console/press.js';

const open = (change: Partial<CredentialsForm> = {}) =>
  fixture<HTMLElement>(
    html`<div>
      ${renderCredentials({
        credentials: { username: 'maria', password: '' },
        state: untouchedForm,
        secondsLeft: 0,
        onInput: () => undefined,
        onSubmit: (event) => event.preventDefault(),
        ...change,
      })}
    </div>`,
  );
const buttonOf = (form: HTMLElement) => form.querySelector('button')!;

describe('the form of username and password', () => {
  it('is accessible', async () => {
    await expect(await open()).to.be.accessible();
  });

  it('lets password managers fill it in, and hides the password', async () => {
    const form = await open();
    const password = control<HTMLInputElement>(form, 'Password');
    expect(control<HTMLInputElement>(form, 'Username').autocomplete).to.equal('username');
    expect([password.type, password.autocomplete]).to.deep.equal(['password', 'current-password']);
  });

  it('tells what is typed, each field by its name', async () => {
    const typed: object[] = [];
    const form = await open({ onInput: (change) => typed.push(change) });
    type(form, 'Username', 'nina');
    type(form, 'Password', 'secret');
    expect(typed).to.deep.equal([{ username: 'nina' }, { password: 'secret' }]);
  });

  it('is sent by its button', async () => {
    let isSent = false;
    const form = await open({
      onSubmit: (event) => {
        event.preventDefault();
        isSent = true;
      },
    });
    press(form, 'Sign in');
    expect(isSent).to.equal(true);
  });

  it('counts the seconds until another attempt, for eyes only', async () => {
    const form = await open({ secondsLeft: 12 });
    expect(buttonOf(form).textContent.replace(/\s+/g, ' ').trim()).to.equal('Sign in in 12 s');
    expect(buttonOf(form).querySelector('[aria-hidden="true"]')!.textContent.trim()).to.equal('in 12 s');
    expect(buttonOf(form).getAttribute('aria-disabled')).to.equal('true');
  });

  it('shows that it can’t be sent again while the service is asked', async () => {
    const form = await open({ state: { ...untouchedForm, isBusy: true } });
    expect(buttonOf(form).getAttribute('aria-disabled')).to.equal('true');
    expect(buttonOf(form).disabled, 'the focus stays on it').to.equal(false);
  });
});
