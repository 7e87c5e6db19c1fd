import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { inWords } from '../../../../shared/in-words.js';
import { limits } from '../../../../shared/limits.js';
import { describedBy, renderChoice, renderField, renderLabelled } from '../../../forms/render-field.js';
import { idleRule, type IdleForm } from '../state/queue-form.js';
import type { QueueFields } from './queue-fields.js';
import { renderHours } from './render-hours.js';

/** Renders the sections of the form, each on a card. */
export const renderQueueForm = (fields: QueueFields): TemplateResult =>
  html`${renderSection('Queue', renderBasics(fields))} ${renderSection('Opening hours', renderHours(fields))}
  ${renderSection('Waiting', renderWaiting(fields))} ${renderSection('Silence', renderSilence(fields))}
  ${renderSection('After the chat', renderAfter(fields))}`;

const renderSection = (heading: string, content: unknown) =>
  html`<section class="card stack" aria-label=${heading}>
    <h2>${heading}</h2>
    ${content}
  </section>`;

type TextField = 'name' | 'description' | 'serviceLevelSeconds' | 'maxContacts' | 'wrapUpSeconds';
const renderText = (
  { form, errors, onInput }: QueueFields,
  name: TextField,
  field: { label: string; hint?: string; isOptional?: boolean; type?: 'number' },
) =>
  renderField({
    ...{ name, value: form[name], error: errors[name], ...field },
    onInput: (value) => onInput({ [name]: value }),
  });

const renderBasics = (fields: QueueFields) =>
  html`${renderText(fields, 'name', { label: 'Name' })}
  ${renderText(fields, 'description', { label: 'Description', isOptional: true })}`;

const renderWaiting = (fields: QueueFields) => {
  const { form } = fields;
  return html`<div class="pair">
      ${renderText(fields, 'serviceLevelSeconds', {
        ...{ label: 'Target, in seconds', type: 'number', isOptional: true },
        hint: 'Chats should be answered within this time. Empty for no target.',
      })}
      ${renderText(fields, 'maxContacts', {
        ...{ label: 'Chats that may wait', type: 'number', isOptional: true },
        hint: 'Empty for any number.',
      })}
    </div>
    ${form.maxContacts ? renderOverflow(fields) : nothing}`;
};

const renderOverflow = (fields: QueueFields) => {
  const { form, errors, others, onInput } = fields;
  return html`${renderChoice({
    ...{ name: 'overflowQueueId', label: 'If the queue is full', value: form.overflowQueueId },
    error: errors.overflowQueueId,
    options: [
      { value: '', text: 'Take no more chats' },
      ...others.map(({ queueId, name }) => ({ value: queueId, text: `Use the queue ${name}` })),
    ],
    onChoose: (overflowQueueId) => onInput({ overflowQueueId }),
  })}
  ${renderLines(fields, 'overflowMessage', {
    label: 'Message if there is no room',
    hint: 'Visitors read it, and the chat ends. If it is empty, the contact flow decides.',
    rows: 2,
  })}`;
};

const renderSilence = (fields: QueueFields) =>
  html`<p class="muted small-text">
      While an agent is in the chat, whoever’s turn it is to write gets a warning. ${idleRule}
    </p>
    ${renderIdle(fields, 'customerIdle', {
      label: 'Visitors who don’t answer',
      warn: 'Ask if they are there after (minutes)',
      act: 'Then end the chat after (minutes)',
    })}
    ${renderIdle(fields, 'agentIdle', {
      label: 'Agents who don’t answer',
      warn: 'Warn them after (minutes)',
      act: 'Then return the chat to the queue after (minutes)',
    })}`;

function renderIdle(
  { form, errors, onInput }: QueueFields,
  name: 'customerIdle' | 'agentIdle',
  { label, warn, act }: { label: string; warn: string; act: string },
) {
  const idle = form[name];
  const error = errors[name];
  const set = (change: Partial<IdleForm>) => onInput({ [name]: { ...idle, ...change } });
  const number = (member: 'warnAfter' | 'actAfter', text: string) =>
    renderField({
      ...{ name: `${name}-${member}`, label: text, type: 'number', value: idle[member], error },
      onInput: (value) => set({ [member]: value }),
    });
  return html`<label class="check">
      <input
        type="checkbox"
        .checked=${live(idle.isOn)}
        @change=${(event: Event) => set({ isOn: (event.target as HTMLInputElement).checked })}
      />
      ${label}
    </label>
    ${idle.isOn ? html`<div class="pair">${number('warnAfter', warn)} ${number('actAfter', act)}</div>` : nothing}`;
}

const renderAfter = (fields: QueueFields) =>
  html`${renderText(fields, 'wrapUpSeconds', {
      ...{ label: 'Seconds for after-contact work', type: 'number' },
      hint: `The chat counts as one of the agent’s until then. 0 for none, at most ${inWords(limits.wrapUpSeconds)}.`,
    })}
    <div class="pair">
      ${renderLines(fields, 'dispositions', {
        label: 'Dispositions',
        hint: 'How a chat can end; agents choose one. One a line.',
        rows: 5,
      })}
      ${renderLines(fields, 'tags', {
        label: 'Tags',
        hint: 'What a chat can be about; agents choose any number. One a line.',
        rows: 5,
      })}
    </div>`;

function renderLines(
  { form, errors, onInput }: QueueFields,
  name: 'overflowMessage' | 'dispositions' | 'tags',
  { label, hint, rows }: { label: string; hint: string; rows: number },
) {
  const field = { name, label, hint, error: errors[name] };
  return renderLabelled(
    field,
    html`<textarea
      id=${name}
      name=${name}
      rows=${rows}
      aria-invalid=${field.error ? 'true' : 'false'}
      aria-describedby=${describedBy(field)}
      .value=${live(form[name])}
      @input=${(event: Event) => onInput({ [name]: (event.target as HTMLTextAreaElement).value })}
    ></textarea>`,
  );
}
