import { html, nothing, type TemplateResult } from 'lit';
import type { PreChatField } from '../../../../shared/pre-chat-field.js';
import { describedBy, renderChoice, renderField, renderLabelled } from '../../../forms/render-field.js';
import { fieldId } from '../fields/field-id.js';
import type { Problems } from '../state/member-problem.js';

/** One pre-chat question in the list, and what its controls do. */
export interface QuestionView {
  question: PreChatField;
  /** Its position in the list, from 0. */
  index: number;
  problems: Problems;
  onChange: (change: Partial<PreChatField>) => void;
  onMoveUp: () => void;
  onRemove: () => void;
}

const kinds: { value: PreChatField['type']; text: string }[] = [
  { value: 'text', text: 'Text' },
  { value: 'email', text: 'E-mail address' },
  { value: 'phone', text: 'Phone number' },
  { value: 'select', text: 'Choice' },
  { value: 'checkbox', text: 'Checkbox' },
];

/** Renders the controls of one pre-chat question. */
export const renderQuestion = (view: QuestionView): TemplateResult =>
  html`<li>
    <fieldset>
      <legend>Question ${view.index + 1}</legend>
      ${renderText(view, 'label', 'Question')}
      <div class="pair">${renderType(view)} ${renderText(view, 'name', 'Contact attribute')}</div>
      ${renderDetails(view)} ${renderRequired(view)}
      <div class="actions">${renderActions(view)}</div>
    </fieldset>
  </li>`;

const pointerOf = ({ index }: QuestionView, member: keyof PreChatField): string =>
  `/preChat/${index}/${member}`;

function renderText(view: QuestionView, member: 'label' | 'name', label: string) {
  const pointer = pointerOf(view, member);
  return renderField({
    name: fieldId(pointer),
    label,
    value: view.question[member],
    error: view.problems.get(pointer),
    onInput: (value) => view.onChange({ [member]: value }),
  });
}

const renderType = (view: QuestionView) =>
  renderChoice({
    name: fieldId(pointerOf(view, 'type')),
    label: 'Answer type',
    value: view.question.type,
    options: kinds,
    onChoose: (value) => view.onChange({ type: value as PreChatField['type'] }),
  });

/** Renders the controls that only one type of answer has. */
function renderDetails(view: QuestionView) {
  const { type } = view.question;
  if (type === 'checkbox') return renderLink(view);
  return type === 'select' ? renderOptions(view) : nothing;
}

function renderLink(view: QuestionView) {
  const pointer = pointerOf(view, 'link');
  return renderField({
    name: fieldId(pointer),
    label: 'Link to the terms',
    type: 'url',
    isOptional: true,
    placeholder: 'https://',
    value: view.question.link,
    error: view.problems.get(pointer),
    onInput: (link) => view.onChange({ link }),
  });
}

function renderOptions(view: QuestionView) {
  const pointer = pointerOf(view, 'options');
  const error = [...view.problems].find(([at]) => at.startsWith(pointer))?.[1];
  const labelled = { name: fieldId(pointer), label: 'Choices, one per line', error };
  return renderLabelled(
    labelled,
    html`<textarea
      id=${labelled.name}
      rows="4"
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${describedBy(labelled)}
      .value=${view.question.options.join('\n')}
      @change=${(event: Event) => view.onChange({ options: toLines(event) })}
    ></textarea>`,
  );
}

const renderRequired = ({ question, onChange }: QuestionView) =>
  html`<label class="tick"
    ><input
      type="checkbox"
      .checked=${question.required}
      @change=${(event: Event) => onChange({ required: (event.target as HTMLInputElement).checked })}
    />
    Required</label
  >`;

const renderActions = ({ index, onMoveUp, onRemove }: QuestionView) =>
  html`${index > 0 ? html`<button type="button" class="quiet" @click=${onMoveUp}>Move up</button>` : nothing}
    <button type="button" class="quiet" aria-label="Remove question ${index + 1}" @click=${onRemove}>
      Remove
    </button>`;

const toLines = (event: Event): string[] =>
  (event.target as HTMLTextAreaElement).value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
