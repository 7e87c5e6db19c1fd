import { html, nothing, type TemplateResult } from 'lit';
import type { FormState } from '../forms/form-state.js';
import { renderField } from '../forms/render-field.js';
import type { Credentials } from './credentials.js';

/** The sign-in form's values, its state and its handlers. */
export interface CredentialsForm {
  credentials: Credentials;
  state: FormState<keyof Credentials>;
  /** Seconds until the service accepts another attempt. */
  secondsLeft: number;
  onInput: (change: Partial<Credentials>) => void;
  onSubmit: (event: Event) => void;
}

export const renderCredentials = (form: CredentialsForm): TemplateResult => {
  const { credentials, state, onInput } = form;
  return html`<form novalidate @submit=${form.onSubmit}>
    ${renderField({
      name: 'username',
      label: 'Username',
      value: credentials.username,
      autocomplete: 'username',
      error: state.errors.username,
      onInput: (username) => onInput({ username }),
    })}
    ${renderField({
      name: 'password',
      label: 'Password',
      type: 'password',
      value: credentials.password,
      autocomplete: 'current-password',
      error: state.errors.password,
      onInput: (password) => onInput({ password }),
    })}
    ${renderButton(form)}
  </form>`;
};

/** Hides the seconds from screen readers, which would announce each of them. */
const renderButton = ({ state, secondsLeft }: CredentialsForm) =>
  html`<button
    class="primary"
    type="submit"
    aria-disabled=${state.isBusy || secondsLeft > 0 ? 'true' : 'false'}
  >
    Sign in${secondsLeft > 0 ? html`<span aria-hidden="true"> in ${secondsLeft} s</span>` : nothing}
  </button>`;
