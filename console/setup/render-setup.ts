import { html, nothing, type TemplateResult } from 'lit';
import type { FormState } from '../forms/form-state.js';
import { renderField, type Field } from '../forms/render-field.js';
import { passwordCharacters, type AccountDraft } from './account-draft.js';

/** The set-up form's values, its state and its handlers. */
export interface SetupForm {
  account: AccountDraft;
  state: FormState<keyof AccountDraft>;
  onInput: (change: Partial<AccountDraft>) => void;
  onSubmit: (event: Event) => void;
}

export const renderChecking = (): TemplateResult =>
  html`<h1>Set up Connect Chat</h1>
    <p class="lead" role="status">Checking your link…</p>`;

export const renderIncompleteLink = (): TemplateResult =>
  html`<h1 tabindex="-1">Your set-up link is incomplete</h1>
    <p class="lead">
      Open the whole link that the service printed when it started, including everything after the #. It looks
      like
      <code>/setup/#…</code>
    </p>
    ${renderElsewhere()}`;

export const renderRefusedLink = (): TemplateResult =>
  html`<h1 tabindex="-1">This link has already been used or has expired</h1>
    <p class="lead">
      A set-up link works once, within a day. If there's no account yet, restart the service to get a new
      link.
    </p>
    ${renderElsewhere()}`;

const renderElsewhere = () => html`<p>Already have an account? <a href="/agent/">Sign in</a></p>`;

export function renderSetupForm(form: SetupForm): TemplateResult {
  const { problem, isBusy } = form.state;
  return html`<h1>Create your administrator account</h1>
    <p class="lead">With this account you set up widgets and answer chats. You can add colleagues later.</p>
    <div role="alert">${problem ? html`<p class="alert">${problem}</p>` : nothing}</div>
    <form novalidate @submit=${form.onSubmit}>
      ${fields.map((field) => renderAccountField(form, field))}
      <button class="primary" type="submit" aria-disabled=${isBusy ? 'true' : 'false'}>
        ${isBusy ? 'Creating…' : 'Create account'}
      </button>
    </form>`;
}

type AccountField = Pick<Field, 'label' | 'autocomplete' | 'hint' | 'type'> & { name: keyof AccountDraft };

const fields: readonly AccountField[] = [
  { name: 'username', label: 'Username', autocomplete: 'username' },
  {
    name: 'displayName',
    label: 'Your name',
    autocomplete: 'name',
    hint: 'Visitors see this name when you reply.',
  },
  {
    name: 'password',
    label: 'Password',
    type: 'password',
    autocomplete: 'new-password',
    hint: `At least ${passwordCharacters} characters. A short passphrase works well.`,
  },
];

const renderAccountField = ({ account, state, onInput }: SetupForm, field: AccountField) =>
  renderField({
    ...field,
    value: account[field.name],
    error: state.errors[field.name],
    onInput: (value) => onInput({ [field.name]: value }),
  });
