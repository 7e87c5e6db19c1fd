import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FormState } from '../../../forms/form-state.js';
import { describedBy, renderChoice, renderField, type Field } from '../../../forms/render-field.js';
import type { QueueChoice } from '../../state/flow-and-queue.js';
import {
  chatsRule,
  passwordRule,
  pictureRule,
  roleNames,
  type AccountForm,
  type Role,
} from '../state/account-form.js';

/** The values and errors of an account's fields, and their handler. */
export interface AccountFields {
  form: AccountForm;
  errors: FormState<keyof AccountForm>['errors'];
  /** Whether the account exists: its password is reset in another dialog. */
  isKnown: boolean;
  /** Whether it is the user's own account, whose role can't be changed. */
  isOwn: boolean;
  queues: readonly QueueChoice[];
  onInput: (change: Partial<AccountForm>) => void;
}

/** Renders the fields of an account. */
export const renderAccountFields = (fields: AccountFields): TemplateResult =>
  html`${renderText(fields, 'username', { label: 'Username', autocomplete: 'off' })}
  ${renderText(fields, 'displayName', { label: 'Name', hint: 'Shown to visitors.' })}
  ${fields.isKnown ? nothing : renderPassword(fields)} ${fields.isOwn ? nothing : renderRole(fields)}
  ${renderQueues(fields)}
  ${renderText(fields, 'maxChats', { label: 'Chats at once', type: 'number', hint: chatsRule })}
  ${renderText(fields, 'pictureUrl', {
    label: 'Picture',
    type: 'url',
    isOptional: true,
    hint: `Shown to visitors instead of initials. ${pictureRule}`,
  })}`;

const renderText = (
  { form, errors, onInput }: AccountFields,
  name: 'username' | 'displayName' | 'password' | 'maxChats' | 'pictureUrl',
  field: Pick<Field, 'label' | 'hint' | 'type' | 'autocomplete' | 'isOptional'>,
) =>
  renderField({
    ...field,
    name,
    value: form[name],
    error: errors[name],
    onInput: (value) => onInput({ [name]: value }),
  });

const renderPassword = (fields: AccountFields) =>
  renderText(fields, 'password', {
    label: 'Password',
    type: 'password',
    hint: passwordRule,
    autocomplete: 'new-password',
  });

const renderRole = ({ form, onInput }: AccountFields) =>
  renderChoice({
    name: 'role',
    label: 'Role',
    value: form.role,
    options: Object.entries(roleNames).map(([value, text]) => ({ value, text })),
    onChoose: (value) => onInput({ role: value as Role }),
  });

function renderQueues(fields: AccountFields) {
  const error = fields.errors.queues;
  return html`<fieldset
    class="queues"
    aria-describedby=${describedBy({ name: 'queues', label: 'Queues', error })}
  >
    <legend>Queues</legend>
    ${fields.queues.map((queue) => renderQueue(fields, queue))}
    ${error ? html`<p class="error" id="queues-error">${error}</p>` : nothing}
  </fieldset>`;
}

function renderQueue({ form: { queues }, errors, onInput }: AccountFields, { queueId, name }: QueueChoice) {
  const isChosen = queues.includes(queueId);
  const toggle = () =>
    onInput({ queues: isChosen ? queues.filter((each) => each !== queueId) : [...queues, queueId] });
  return html`<label class="check">
    <input
      type="checkbox"
      aria-invalid=${errors.queues ? 'true' : 'false'}
      .checked=${live(isChosen)}
      @change=${toggle}
    />
    ${name}
  </label>`;
}
